package stet.capture;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
  private final HeaderFields fields;

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

  private static HeaderFields fields(String[] lines) {
    HeaderFields fields = new HeaderFields();
    for (String line : List.of(lines).subList(1, lines.length)) {
      fields.addLine(line);
    }
    return fields;
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
    return fields.first(name);
  }

  /** All values of a field in order, its name in any case. */
  public List<String> all(String name) {
    return fields.all(name);
  }

  /** The names and values of all fields in order, as {@link #first} gives them. */
  public void forEach(BiConsumer<String, String> each) {
    fields.forEach(each);
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
