package stet.extract.read;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import stet.text.ByteOrderMark;
import stet.text.CharsetNames;
import stet.text.MediaTypes;

/**
 * Bytes to characters: byte order mark, then what the bytes themselves prove, then the declared
 * charset (header before meta, as HTML ranks them), then detection.
 */
final class Decoder {
  /** The text and the charset that gave it, with what decided. */
  record Decoded(String text, String charset, String rule) {}

  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,200}charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]+)"
              + "|<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9_:.-]+)",
          Pattern.CASE_INSENSITIVE);
  private static final int META_WINDOW = 8192;
  private static final int DETECTION_WINDOW = 64 * 1024;
  // A page with stray bytes is still UTF-8: text in another charset forms hardly any sequence.
  private static final double TOLERATED_ERRORS = 0.5;

  private Decoder() {}

  static Decoded decode(byte[] bytes, String mediaType) {
    Optional<ByteOrderMark> mark = ByteOrderMark.ofHtml(bytes);
    if (mark.isPresent()) {
      return decoded(bytes, mark.get().length(), mark.get().charset(), "byte order mark");
    }
    Utf8 utf8 = Utf8.of(bytes);
    if (utf8.sequences > 0 && utf8.errors <= utf8.sequences * TOLERATED_ERRORS) {
      return decoded(bytes, 0, StandardCharsets.UTF_8, "the bytes are UTF-8");
    }
    Optional<Charset> declared = declared(bytes, mediaType);
    if (declared.isPresent() && !declared.get().equals(StandardCharsets.UTF_8)) {
      return decoded(bytes, 0, declared.get(), "declared");
    }
    if (utf8.errors == 0) {
      return decoded(bytes, 0, StandardCharsets.UTF_8, "plain ASCII");
    }
    return decoded(bytes, 0, detected(bytes), "detected");
  }

  private static Decoded decoded(byte[] bytes, int from, Charset charset, String rule) {
    String text = new String(bytes, from, bytes.length - from, charset);
    return new Decoded(text, charset.name(), rule);
  }

  private static Optional<Charset> declared(byte[] bytes, String mediaType) {
    Optional<Charset> header = MediaTypes.charset(mediaType);
    if (header.isPresent()) {
      return header;
    }
    int window = Math.min(bytes.length, META_WINDOW);
    Matcher meta = META.matcher(new String(bytes, 0, window, StandardCharsets.ISO_8859_1));
    if (!meta.find()) {
      return Optional.empty();
    }
    return CharsetNames.of(meta.group(1) == null ? meta.group(2) : meta.group(1));
  }

  private static Charset detected(byte[] bytes) {
    CharsetDetector detector = new CharsetDetector();
    byte[] window =
        bytes.length <= DETECTION_WINDOW ? bytes : java.util.Arrays.copyOf(bytes, DETECTION_WINDOW);
    detector.enableInputFilter(true);
    detector.setText(window);
    CharsetMatch match = detector.detect();
    return match == null
        ? CharsetNames.WINDOWS_1252
        : CharsetNames.of(match.getName()).orElse(CharsetNames.WINDOWS_1252);
  }

  /** How far bytes are UTF-8: well-formed sequences of several bytes, and bytes that fit none. */
  private record Utf8(int sequences, int errors) {
    private static final VarHandle WORDS =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long HIGH_BITS = 0x8080808080808080L;

    static Utf8 of(byte[] bytes) {
      int sequences = 0;
      int errors = 0;
      int i = 0;
      while (i < bytes.length) {
        int b = bytes[i] & 0xff;
        int length = b < 0x80 ? 1 : b >= 0xc2 && b < 0xe0 ? 2 : b >= 0xe0 && b < 0xf0 ? 3 : 4;
        if (length == 1) {
          i = plain(bytes, i + 1);
        } else if ((b >= 0xc2 && b < 0xf5) && continued(bytes, i, length)) {
          sequences++;
          i += length;
        } else {
          errors++;
          i++;
        }
      }
      return new Utf8(sequences, errors);
    }

    /** Where the ASCII ends that goes on at that place, eight bytes a step. */
    private static int plain(byte[] bytes, int from) {
      int at = from;
      while (at + 8 <= bytes.length && ((long) WORDS.get(bytes, at) & HIGH_BITS) == 0) {
        at += 8;
      }
      return at;
    }

    private static boolean continued(byte[] bytes, int at, int length) {
      for (int k = 1; k < length; k++) {
        if (at + k >= bytes.length || (bytes[at + k] & 0xc0) != 0x80) {
          return false;
        }
      }
      return true;
    }
  }
}
