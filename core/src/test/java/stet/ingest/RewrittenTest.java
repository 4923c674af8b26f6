package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RewrittenTest {
  private static final String PAGE =
      "<!doctype html><html><head lang=\"de\"><title>Kräne</title></head><body class=\"a\">"
          + "<a href=\"https://quellmund.example/a\">a</a>"
          + "<a href='mailto:amt@quellmund.example'>b</a><p>In 20260301100000/ nothing.</p></body></html>";

  private static String shown() {
    String at = "/web/20260301100000";
    return PAGE.replace(
                "\"https://quellmund.example/a\"",
                "\"https://archive.example" + at + "/https://quellmund.example/a\"")
            .replace("'mailto:", "'" + at + "/mailto:")
            .replace(
                "lang=\"de\">",
                "lang=\"de\"><script src=\"/x.js\"></script>\n<!-- End Wayback Rewrite JS Include -->")
            .replace(
                "class=\"a\">",
                "class=\"a\"><!-- BEGIN WAYBACK TOOLBAR INSERT --><div>bar</div>"
                    + "<!-- END WAYBACK TOOLBAR INSERT -->")
        + "<!--\n     FILE ARCHIVED ON 10:00:00 Mar 01, 2026 AND RETRIEVED -->";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatAnArchivePutInIsTakenOut() {
    assertThat(Rewritten.is(bytes(shown()))).isTrue();
    assertThat(Rewritten.clean(bytes(shown()))).contains(bytes(PAGE));
  }

  @Test
  void aPageThatNoArchiveTouchedIsLeftAlone() {
    assertThat(Rewritten.is(bytes(PAGE))).isFalse();
    assertThat(Rewritten.clean(bytes(PAGE))).contains(bytes(PAGE));
  }

  @Test
  void anInsertionWithoutItsEndCannotBeTakenOut() {
    String cut = shown().replace("<!-- END WAYBACK TOOLBAR INSERT -->", "");
    assertThat(Rewritten.clean(bytes(cut))).isEmpty();
  }
}
