package stet.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import stet.capture.HeaderFields;

/** The head of one of stet's own records: read by strict rules, any fault being the record's. */
final class RecordHead {
  private static final String VERSION = "WARC/1.1\r\n";

  private final HeaderFields fields;

  private RecordHead(HeaderFields fields) {
    this.fields = fields;
  }

  /**
   * The bytes of a head. Values must hold no line breaks.
   *
   * @throws IllegalArgumentException when the head is longer than {@link HeadParser#LONGEST}
   */
  static byte[] bytes(Map<String, String> fields) {
    StringBuilder out = new StringBuilder(VERSION);
    fields.forEach((name, value) -> out.append(name).append(": ").append(value).append("\r\n"));
    byte[] bytes = out.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > HeadParser.LONGEST) {
      throw new IllegalArgumentException(
          "the address, name or title of a capture is too long to archive: record header of "
              + bytes.length
              + " bytes");
    }
    return bytes;
  }

  /**
   * Reads a head and leaves the stream at the record's block.
   *
   * @throws MalformedRecord when the bytes are no head of ours
   */
  static RecordHead read(InputStream in) throws IOException, MalformedRecord {
    String version = new String(in.readNBytes(VERSION.length()), StandardCharsets.ISO_8859_1);
    if (!version.equals(VERSION)) {
      throw new MalformedRecord("the record does not begin with WARC/1.1");
    }
    HeadParser parser = new HeadParser(HeadRules.STRICT);
    HeadParser.Step step = HeadParser.Step.MORE;
    int left = HeadParser.LONGEST;
    while (step == HeadParser.Step.MORE) {
      byte[] line = line(in, left);
      left -= line.length + 1;
      step = parser.take(line);
    }
    if (step != HeadParser.Step.END) {
      throw new MalformedRecord("the record's header fields cannot be parsed");
    }
    return new RecordHead(parser.fields());
  }

  private static byte[] line(InputStream in, int most) throws IOException, MalformedRecord {
    ByteArrayOutputStream out = new ByteArrayOutputStream(80);
    int b = in.read();
    while (b != '\n') {
      if (b < 0 || out.size() + 1 >= most) {
        throw new MalformedRecord("the record's header does not end");
      }
      out.write(b);
      b = in.read();
    }
    return out.toByteArray();
  }

  Optional<String> find(String name) throws MalformedRecord {
    List<String> values = fields.all(name);
    if (values.size() > 1) {
      throw new MalformedRecord("the header field '" + name + "' stands there twice");
    }
    return values.stream().findFirst();
  }

  String get(String name) throws MalformedRecord {
    return find(name)
        .orElseThrow(() -> new MalformedRecord("the header field '" + name + "' is missing"));
  }

  long number(String name) throws MalformedRecord {
    return read(name, get(name), Long::parseUnsignedLong);
  }

  /** Converts a field's value, any refusal being the record's fault. */
  <T> T read(String name, String value, Reading<T> reading) throws MalformedRecord {
    try {
      return reading.read(value);
    } catch (RuntimeException e) {
      throw new MalformedRecord("the header field '" + name + "' is not valid: '" + value + "'");
    }
  }

  /** Reads a value from its text. */
  @FunctionalInterface
  interface Reading<T> {
    T read(String value);
  }

  /** The record is no WARC record as stet writes them; the message says in words why. */
  static final class MalformedRecord extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedRecord(String what) {
      super(what);
    }

    /** Never null. */
    @Override
    public String getMessage() {
      return Objects.requireNonNull(super.getMessage());
    }
  }
}
