package stet.report.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import stet.capture.Digest;

/**
 * Style sheets of the program, one for all pages and others for documents that stand alone, and
 * what else lies beside them as it comes with the program.
 */
public final class StyleSheet {
  private StyleSheet() {}

  /** The one of all pages. */
  public static byte[] read() throws IOException {
    return read("stet.css");
  }

  /**
   * A file of the program's own that pages refer to.
   *
   * @param name of the file
   * @throws IOException when the program lacks it
   */
  public static byte[] read(String name) throws IOException {
    try (InputStream in = StyleSheet.class.getResourceAsStream("/stet/report/" + name)) {
      if (in == null) {
        throw new IOException("'" + name + "' is missing from the program");
      }
      return in.readAllBytes();
    }
  }

  /** The digest by which a Content Security Policy (level 2) lets a style sheet in. */
  public static String digest(byte[] css) {
    return "sha256-" + Base64.getEncoder().encodeToString(Digest.algorithm().digest(css));
  }
}
