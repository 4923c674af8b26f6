package stet.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The head of an HTTP/1 message (RFC 9112), kept as the bytes that crossed the wire: the first
 * line, the field lines and the empty line that ends them. Reading is lenient, because servers are:
 * a line without a colon is passed over, a folded line belongs to the field before it.
 */
public final class HttpHead {
  private static final Pattern LINE_END = Pattern.compile("\r?\n");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");

  /** The head of a message that was not recorded. */
  public static final HttpHead NONE = new HttpHead(new byte[0]);

  private final byte[] bytes;
  private final String firstLine;
  private final int status;
  private final List<Field> fields;

  private record Field(String name, String value) {}

  private HttpHead(byte[] bytes) {
    this.bytes = bytes;
    String[] lines = LINE_END.split(new String(bytes, StandardCharsets.ISO_8859_1), -1);
    this.firstLine = lines[0];
    this.status = status(firstLine);
    this.fields = fields(lines);
  }

  /** The head that these bytes are; they are copied. */
  public static HttpHead of(byte[] bytes) {
    return new HttpHead(bytes.clone());
  }

  private static int status(String firstLine) {
    String[] part = SPACES.split(firstLine, 3);
    boolean numbered = part.length > 1 && STATUS.matcher(part[1]).matches();
    return numbered ? Integer.parseInt(part[1]) : 0;
  }

  private static List<Field> fields(String[] lines) {
    List<Field> fields = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i];
      boolean folded = line.startsWith(" ") || line.startsWith("\t");
      if (folded && !fields.isEmpty()) {
        Field last = fields.remove(fields.size() - 1);
        fields.add(new Field(last.name(), last.value() + ' ' + line.strip()));
      } else if (line.indexOf(':') > 0) {
        int colon = line.indexOf(':');
        fields.add(new Field(line.substring(0, colon).strip(), line.substring(colon + 1).strip()));
      }
    }
    return List.copyOf(fields);
  }

  /** A copy of the bytes as they crossed the wire; empty where they were not recorded. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The request line or the status line, without its end; empty where nothing was recorded. */
  public String firstLine() {
    return firstLine;
  }

  /** The status code of a response's head; 0 where there is none. */
  public int status() {
    return status;
  }

  /** The first value of a field, its name in any case. Bytes above 127 read as ISO 8859-1. */
  public Optional<String> first(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).findFirst();
  }

  /** All values of a field in order, its name in any case. */
  public List<String> all(String name) {
    return fields.stream().filter(f -> f.name.equalsIgnoreCase(name)).map(Field::value).toList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpHead head && Arrays.equals(bytes, head.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return firstLine;
  }
}
