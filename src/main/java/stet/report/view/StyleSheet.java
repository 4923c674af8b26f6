package stet.report.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import stet.capture.Digest;

/** Style sheets of the program: one for all pages, others for documents that stand alone. */
public final class StyleSheet {
  private StyleSheet() {}

  /** The one of all pages. */
  public static byte[] read() throws IOException {
    return read("stet.css");
  }

  /**
   * A style sheet.
   *
   * @param name its file
   * @throws IOException when it cannot be read
   */
  public static byte[] read(String name) throws IOException {
    try (InputStream in = StyleSheet.class.getResourceAsStream("/stet/report/" + name)) {
      if (in == null) {
        throw new IOException("the style sheet is missing from the program");
      }
      return in.readAllBytes();
    }
  }

  /** The digest by which a Content Security Policy (level 2) lets a style sheet in. */
  public static String digest(byte[] css) {
    return "sha256-" + Base64.getEncoder().encodeToString(Digest.algorithm().digest(css));
  }
}
