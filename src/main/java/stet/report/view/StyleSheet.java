package stet.report.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import stet.capture.Digest;

/** The one style sheet of all pages. */
public final class StyleSheet {
  private StyleSheet() {}

  public static byte[] read() throws IOException {
    try (InputStream in = StyleSheet.class.getResourceAsStream("/stet/report/stet.css")) {
      if (in == null) {
        throw new IOException("the style sheet is missing from the program");
      }
      return in.readAllBytes();
    }
  }

  /** The digest by which a Content Security Policy (level 2) lets a style sheet in. */
  static String digest(byte[] css) {
    return "sha256-" + Base64.getEncoder().encodeToString(Digest.algorithm().digest(css));
  }
}
