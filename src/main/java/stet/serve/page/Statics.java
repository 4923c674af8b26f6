package stet.serve.page;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import stet.capture.Digest;
import stet.report.view.StyleSheet;
import stet.serve.http.Answer;

/** The style sheet and the script, which never change while the program runs. */
public final class Statics {
  private final Answer style;
  private final Answer script;

  /**
   * @throws IOException when a part of the program cannot be read
   */
  public Statics() throws IOException {
    style =
        tagged("text/css; charset=utf-8", both(StyleSheet.read(), read("/stet/serve/serve.css")));
    script = tagged("text/javascript; charset=utf-8", read("/stet/serve/stet.js"));
  }

  private static byte[] read(String name) throws IOException {
    try (InputStream in = Statics.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private static byte[] both(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static Answer tagged(String type, byte[] content) {
    String tag = "\"" + Digest.of(content).hex().substring(0, 32) + "\"";
    return Answer.of(200, type, content).with("ETag", tag);
  }

  /** The style sheet of all pages. */
  public Answer style() {
    return style;
  }

  /** The script of all pages, without which they work too. */
  public Answer script() {
    return script;
  }
}
