package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.Browsers;

/** What the extension's button opens, above the tab that a reader looks at. */
class ExtensionPopupTest {
  @TempDir Path home;
  @TempDir Path extension;
  @TempDir Path profile;
  private ExtensionDesk desk;

  @BeforeEach
  void begin() throws IOException {
    desk = new ExtensionDesk(home, extension);
  }

  @AfterEach
  void end() throws IOException {
    desk.close();
  }

  /** The browser's own services, which it asks by itself in any profile. */
  private static final String OWN =
      "[A-Z]+ (http://)?([a-z0-9-]+\\.)*(google|googleapis|gstatic|gvt1|chromium)\\.(com|org)[:/].*";

  /** The options are a tab in the background here; from there the open popup can be read. */
  private static final String POPUP = "chrome.extension.getViews({type: 'popup'})[0]";

  /** Presses the extension's button while that tab is looked at, and waits for what it says. */
  private static void press(Page options, Page tab, String said) {
    tab.bringToFront();
    options.evaluate("async () => { await chrome.action.openPopup(); }");
    waitFor(options, said);
  }

  private static void waitFor(Page options, String said) {
    for (int i = 0; i < 100 && !text(options, "told").contains(said); i++) {
      options.waitForTimeout(100);
    }
    assertThat(text(options, "told")).contains(said);
  }

  /** What a part of the popup says; empty where it is hidden, or there is no popup. */
  private static String text(Page options, String part) {
    return (String)
        options.evaluate(
            "id => { const at = "
                + POPUP
                + "?.document.getElementById(id);"
                + " return at && !at.hidden ? at.textContent : ''; }",
            part);
  }

  private static void close(Page options) {
    options.evaluate("() => " + POPUP + "?.close()");
    for (int i = 0; i < 100 && (boolean) options.evaluate("() => Boolean(" + POPUP + ")"); i++) {
      options.waitForTimeout(50);
    }
  }

  @Test
  void thePopupTellsOfTheTabBeforeTheReaderAndAsksNobodyElse() throws Exception {
    try (Browsers browsers = Browsers.open();
        BrowserContext context =
            browsers.withExtension(extension.toRealPath(), profile, desk.seen())) {
      Page options = ExtensionDesk.options(context, ExtensionDesk.id(extension));
      ExtensionDesk.set(options, desk.base(), "answers");
      Page story = context.newPage();
      story.navigate(desk.page("/pier#part"));
      known(options, story);
      unknown(options, story);
      desk.stopFront();
      unreachable(options, story);
    }
    assertThat(desk.asked)
        .allMatch(a -> a.startsWith("GET /api/v1/find?url=") || a.equals("POST /api/v1/track"))
        .noneMatch(a -> a.contains("part"));
    // The pages themselves, as without the extension, and nothing at anybody else's.
    assertThat(desk.published)
        .containsOnlyOnce("GET /pier", "GET /other", "GET /third")
        .allMatch(List.of("GET /pier", "GET /other", "GET /third", "GET /favicon.ico")::contains);
    assertThat(desk.elsewhere).allMatch(line -> line.matches(OWN));
  }

  private void known(Page options, Page story) {
    press(options, story, "2 versions were seen.");
    assertThat(text(options, "headline")).isEqualTo("Pier");
    assertThat(text(options, "labels")).startsWith("Last change: no update time");
    assertThat(text(options, "changed")).startsWith("Changed between ");
    String all = (String) options.evaluate("() => " + POPUP + ".document.links[0].href");
    assertThat(all).startsWith(desk.base() + "a/");
    close(options);
  }

  private void unknown(Page options, Page story) {
    story.navigate(desk.page("/other"));
    press(options, story, "Nothing is kept of this page.");
    assertThat(text(options, "labels") + text(options, "changed") + text(options, "article"))
        .isEmpty();
    options.evaluate("() => " + POPUP + ".document.getElementById('track').click()");
    // An editor's token comes from anywhere, and this publisher is on the server's own machine.
    waitFor(options, "It is not tracked: its host is not on the public internet");
    assertThat(desk.asked).contains("POST /api/v1/track");
    close(options);
  }

  private void unreachable(Page options, Page story) {
    int before = desk.asked.size();
    story.navigate(desk.page("/third"));
    press(options, story, "Your stet cannot be reached");
    assertThat(text(options, "article")).isEmpty();
    assertThat(desk.asked).hasSize(before);
    close(options);
  }
}
