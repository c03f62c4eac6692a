import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.prop.rng.RngProperty;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.File;
import java.lang.management.ManagementFactory;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/** Asks jing about many documents in one process. Arguments: the schema. Input: documents, each after its length in four bytes. Output: one verdict a line, then the CPU milliseconds that they took. */
public class Jing {
  public static void main(String[] arguments) throws Exception {
    int[] errors = {0};
    String[] first = {""};
    ErrorHandler handler = new ErrorHandler() {
      public void warning(SAXParseException found) {}
      public void error(SAXParseException found) { note("invalid", found); }
      public void fatalError(SAXParseException found) { note("malformed", found); }
      private void note(String kind, SAXParseException found) {
        if (errors[0]++ == 0) first[0] = kind + " " + found.getLineNumber() + " " + String.valueOf(found.getMessage()).replaceAll("\\s+", " ");
      }
    };
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, handler);
    RngProperty.CHECK_ID_IDREF.add(properties);
    ValidationDriver driver = new ValidationDriver(properties.toPropertyMap());
    if (!driver.loadSchema(ValidationDriver.uriOrFileInputSource(arguments[0]))) {
      System.out.println("schema " + first[0]);
      return;
    }
    DataInputStream input = new DataInputStream(System.in);
    long spent = 0;
    for (;;) {
      int length;
      try {
        length = input.readInt();
      } catch (java.io.EOFException end) {
        break;
      }
      byte[] bytes = new byte[length];
      input.readFully(bytes);
      errors[0] = 0;
      first[0] = "";
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      try {
        InputSource source = new InputSource(new ByteArrayInputStream(bytes));
        source.setSystemId("file:/document.xml");
        driver.validate(source);
      } catch (org.xml.sax.SAXException fatal) {
        if (errors[0]++ == 0) first[0] = "malformed 0 " + fatal.getMessage();
      } catch (java.io.IOException missing) {
        first[0] = "unreadable 0 " + missing.getMessage();
        errors[0]++;
      }
      spent += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      System.out.println(errors[0] == 0 ? "valid" : first[0]);
    }
    System.out.println("cpu " + spent / 1000000);
  }
}
