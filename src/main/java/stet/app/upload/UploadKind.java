package stet.app.upload;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import stet.text.MediaTypes;

/** What a file holds that was sent: by its name, its media type, or how it begins. */
final class UploadKind {
  /** So many bytes are enough to tell. */
  static final int BEGINNING = 16;

  /** The endings of names that {@code stet import} reads by; a compressed WARC tells by itself. */
  private static final List<String> ENDINGS =
      List.of("warc", "arc", "wacz", "html", "htm", "xhtml", "txt", "md", "markdown");

  private static final Map<String, String> TYPES =
      Map.of(
          "application/warc", "warc",
          "application/wacz", "wacz",
          "application/x-wacz", "wacz",
          "text/html", "html",
          "application/xhtml+xml", "xhtml",
          "text/plain", "txt",
          "text/markdown", "md");

  private UploadKind() {}

  /**
   * The ending under which {@code stet import} reads the file; empty where it reads no such file.
   *
   * @param name as it was sent
   * @param type as it was stated
   * @param beginning the first {@link #BEGINNING} bytes
   */
  static Optional<String> ending(String name, String type, byte[] beginning) {
    boolean gzip = begins(beginning, "\u001f\u008b");
    Optional<String> stated =
        named(name.toLowerCase(Locale.ROOT))
            .or(() -> Optional.ofNullable(TYPES.get(MediaTypes.essence(type))));
    if (stated.isPresent()) {
      return stated.map(ending -> gzip && !isZip(ending) ? ending + ".gz" : ending);
    } else if (begins(beginning, "PK\u0003\u0004")) {
      return Optional.of("wacz");
    }
    boolean records = begins(beginning, "WARC/") || begins(beginning, "filedesc:");
    return gzip || records ? Optional.of(gzip ? "warc.gz" : "warc") : Optional.empty();
  }

  private static boolean isZip(String ending) {
    return ending.equals("wacz");
  }

  private static Optional<String> named(String name) {
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    return ENDINGS.stream().filter(e -> plain.endsWith('.' + e)).findFirst();
  }

  private static boolean begins(byte[] bytes, String text) {
    return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(text);
  }
}
