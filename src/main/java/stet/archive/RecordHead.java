package stet.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.netpreserve.jwarc.MessageHeaders;

/** The version line and the named fields of one WARC record. */
final class RecordHead {
  /** Longer heads are refused on both sides: no honest title or address needs this much. */
  static final int LONGEST = 1 << 20;

  private static final String VERSION = "WARC/1.1\r\n";

  private final MessageHeaders fields;

  private RecordHead(MessageHeaders fields) {
    this.fields = fields;
  }

  /**
   * The bytes of a head. Values must hold no line breaks.
   *
   * @throws IllegalArgumentException when the head is longer than {@link #LONGEST}
   */
  static byte[] bytes(Map<String, String> fields) {
    StringBuilder out = new StringBuilder(VERSION);
    fields.forEach((name, value) -> out.append(name).append(": ").append(value).append("\r\n"));
    byte[] bytes = out.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    if (bytes.length > LONGEST) {
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
    byte[] version = in.readNBytes(VERSION.length());
    if (!new String(version, StandardCharsets.ISO_8859_1).equals(VERSION)) {
      throw new MalformedRecord("the record does not begin with WARC/1.1");
    }
    byte[] fields = fieldBytes(in);
    try {
      return new RecordHead(
          MessageHeaders.parse(Channels.newChannel(new ByteArrayInputStream(fields))));
    } catch (IOException e) {
      throw new MalformedRecord("the record's header fields cannot be parsed");
    }
  }

  private static byte[] fieldBytes(InputStream in) throws IOException, MalformedRecord {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    int last4 = 0;
    while (last4 != 0x0d0a0d0a) {
      int b = in.read();
      if (b < 0 || out.size() >= LONGEST) {
        throw new MalformedRecord("the record's header does not end");
      }
      out.write(b);
      last4 = last4 << 8 | b;
    }
    return out.toByteArray();
  }

  Optional<String> find(String name) throws MalformedRecord {
    try {
      return fields.sole(name);
    } catch (IllegalArgumentException e) {
      throw new MalformedRecord("the header field '" + name + "' stands there twice");
    }
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
