package stet.fetch.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import stet.text.ByteOrderMark;
import stet.text.CharsetNames;
import stet.text.MediaTypes;

/**
 * The characters of a list: unpacked where it is gzip, decoded by the rules of XML 1.0 appendix F
 * (byte order mark, the shape of the first characters, the declaration), then by what the server
 * says (RFC 7303).
 *
 * @param text the characters, never more than {@link #MAX_BYTES} bytes hold
 * @param flaw what was wrong with the bytes; empty when nothing was
 */
record DiscoveryText(String text, String flaw) {
  /** More than any feed and nearly every sitemap holds; a list is read up to here. */
  static final int MAX_BYTES = 20 << 20;

  private static final Pattern DECLARED =
      Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]{1,40})[\"']");

  /** The first four bytes of {@code <?xml} or {@code <x}, with the charset that they prove. */
  private record Shape(int mask, int first, String charset) {}

  private static final Shape[] SHAPES = {
    new Shape(0xffffffff, 0x0000003c, "UTF-32BE"),
    new Shape(0xffffffff, 0x3c000000, "UTF-32LE"),
    new Shape(0xffffff00, 0x003c0000, "UTF-16BE"),
    new Shape(0xffff00ff, 0x3c000000, "UTF-16LE"),
    // EBCDIC: the declaration, readable in any of its code pages, tells which.
    new Shape(0xffffffff, 0x4c6fa794, "IBM037"),
  };

  // Parsers take time with the square of a tag name's length.
  private static final int LONGEST_NAME = 1_000;

  static DiscoveryText of(byte[] bytes, String mediaType) {
    String flaw = "";
    byte[] plain = bytes;
    // Twice: a .gz file may come in a gzip content coding.
    for (int i = 0; i < 2 && packed(plain); i++) {
      Unpacked unpacked = unpack(plain);
      plain = unpacked.bytes;
      flaw = flaw.isEmpty() ? unpacked.flaw : flaw;
    }
    if (plain.length > MAX_BYTES) {
      flaw = "larger than " + (MAX_BYTES >> 20) + " MiB; the rest was not read";
      plain = Arrays.copyOf(plain, MAX_BYTES);
    }
    return decode(plain, mediaType, flaw).upToEndlessName();
  }

  private DiscoveryText upToEndlessName() {
    for (int from = text.indexOf('<'); from >= 0; from = text.indexOf('<', from + 1)) {
      int to = from + 1;
      to += text.startsWith("/", to) ? 1 : 0;
      while (to < text.length() && to - from <= LONGEST_NAME && inName(text.charAt(to))) {
        to++;
      }
      if (to - from > LONGEST_NAME) {
        String why = "a tag name is longer than 1,000 characters; the rest was not read";
        return new DiscoveryText(text.substring(0, from), flaw.isEmpty() ? why : flaw);
      }
    }
    return this;
  }

  private static boolean inName(char c) {
    return " \t\r\n/><".indexOf(c) < 0;
  }

  private static boolean packed(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b;
  }

  private record Unpacked(byte[] bytes, String flaw) {}

  private static Unpacked unpack(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      for (int n = in.read(buffer); n >= 0 && out.size() <= MAX_BYTES; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return new Unpacked(out.toByteArray(), "");
    } catch (IOException e) {
      return new Unpacked(out.toByteArray(), "the gzip data is damaged or cut off");
    }
  }

  private static DiscoveryText decode(byte[] bytes, String mediaType, String flaw) {
    Optional<ByteOrderMark> mark = ByteOrderMark.ofXml(bytes);
    if (mark.isPresent()) {
      return decoded(bytes, mark.get().length(), mark.get().charset(), flaw);
    }
    Shape shape = shape(bytes);
    if (shape != null) {
      Charset family = Charset.forName(shape.charset);
      return decoded(bytes, 0, ofFamily(family, declared(bytes, family)), flaw);
    }
    if (decodes(bytes, StandardCharsets.UTF_8)) {
      // What is UTF-8 to the last byte is UTF-8, whatever it was declared as.
      Charset declared =
          declared(bytes, StandardCharsets.ISO_8859_1).orElse(StandardCharsets.UTF_8);
      boolean shifting = !declared.newEncoder().canEncode('A') || isStateful(declared);
      return decoded(bytes, 0, shifting ? declared : StandardCharsets.UTF_8, flaw);
    }
    Charset charset =
        MediaTypes.charset(mediaType)
            .or(() -> declared(bytes, StandardCharsets.ISO_8859_1))
            .filter(c -> !wide(c))
            .orElse(StandardCharsets.UTF_8);
    if (charset.equals(StandardCharsets.UTF_8)) {
      // Said or taken to be UTF-8 and is not: most such lists are windows-1252.
      String not = "the bytes are not the UTF-8 that they are declared as";
      return decoded(bytes, 0, CharsetNames.WINDOWS_1252, flaw.isEmpty() ? not : flaw);
    }
    return decoded(bytes, 0, charset, flaw);
  }

  private static @Nullable Shape shape(byte[] bytes) {
    if (bytes.length < 4) {
      return null;
    }
    int first = ByteBuffer.wrap(bytes).getInt();
    for (Shape shape : SHAPES) {
      if ((first & shape.mask) == shape.first) {
        return shape;
      }
    }
    return null;
  }

  /** A declaration counts where it names a charset of the family that it was readable in. */
  private static Charset ofFamily(Charset family, Optional<Charset> declared) {
    boolean ebcdic = family.name().startsWith("IBM");
    return declared.filter(c -> ebcdic && !wide(c) && !ascii(c)).orElse(family);
  }

  private static boolean wide(Charset charset) {
    return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
  }

  private static boolean ascii(Charset charset) {
    return charset.canEncode() && charset.encode("<").get(0) == '<';
  }

  /** ISO-2022 and UTF-7 look like ASCII byte for byte. */
  private static boolean isStateful(Charset charset) {
    return charset.name().startsWith("ISO-2022") || charset.name().startsWith("x-ISO-2022");
  }

  private static Optional<Charset> declared(byte[] bytes, Charset readable) {
    String head = new String(bytes, 0, Math.min(bytes.length, 1024), readable);
    Matcher name = DECLARED.matcher(head);
    return name.find() ? CharsetNames.of(name.group(1)) : Optional.empty();
  }

  private static boolean decodes(byte[] bytes, Charset charset) {
    try {
      charset.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static DiscoveryText decoded(byte[] bytes, int from, Charset charset, String flaw) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    try {
      return new DiscoveryText(charset.newDecoder().decode(in).toString(), flaw);
    } catch (CharacterCodingException e) {
      String not = "some bytes are not " + charset.name();
      return new DiscoveryText(lenient(bytes, from, charset), flaw.isEmpty() ? not : flaw);
    }
  }

  private static String lenient(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPLACE)
          .onUnmappableCharacter(CodingErrorAction.REPLACE)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("replacing never fails", e);
    }
  }
}
