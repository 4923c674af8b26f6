package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.Browsers;
import stet.watch.store.WatchStore;

/** The extension in a real browser, unpacked as a reader loads it. */
class ExtensionBrowserTest {
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

  @Test
  void theBadgeCountsVersionsAndNobodyElseIsAsked() throws Exception {
    try (Browsers browsers = Browsers.open();
        BrowserContext context = browsers.withExtension(extension.toRealPath(), profile)) {
      Page options = ExtensionDesk.options(context, ExtensionDesk.id(extension));
      Page story = context.newPage();
      story.navigate(desk.page("/pier"));
      assertThat(badge(options, "/pier")).isEqualTo("|stet: not set up yet");
      assertThat(desk.asked).isEmpty();

      ExtensionDesk.set(options, "http://desk.example/", "Only https");
      ExtensionDesk.set(options, desk.base(), "answers");
      story.bringToFront();
      story.navigate(desk.page("/pier#part"));
      story.reload();
      waitFor(options, "/pier", "2|");
      assertThat(badge(options, "/pier")).startsWith("2|2 versions; last change: ");

      Page other = context.newPage();
      other.navigate(desk.page("/other"));
      waitFor(options, "/other", "|stet keeps nothing");
      assertThat(desk.asked).allMatch(a -> a.startsWith("GET /api/v1/find?url="));
      assertThat(desk.asked)
          .anyMatch(a -> a.contains("%2Fpier"))
          .noneMatch(a -> a.contains("part"));

      String told =
          (String)
              options.evaluate(
                  "async url => { const m = await import('./stet.js');"
                      + " return m.track(await m.settings(), url); }",
                  "https://courier.example/harbour");
      assertThat(told).isEqualTo("It is tracked now.");
      popup(context, story);
    }
    try (WatchStore store = WatchStore.open(home.resolve(WatchStore.FILE))) {
      assertThat(store.isTracked("https://courier.example/harbour")).isTrue();
    }
  }

  /** Nothing is allowed, kept or sent until the one who loaded it has said where. */
  @Test
  void asItComesItMayReachNobody() throws Exception {
    Path whole = ExtensionDesk.SOURCE.toRealPath();
    try (Browsers browsers = Browsers.open();
        BrowserContext context = browsers.withExtension(whole, profile)) {
      Page options = ExtensionDesk.options(context, ExtensionDesk.id(whole));
      Page story = context.newPage();
      story.navigate(desk.page("/pier"));
      Object allowed =
          options.evaluate(
              "async () => { const all = await chrome.permissions.getAll();"
                  + " return all.permissions.sort().join() + '|' + all.origins.join(); }");
      assertThat(allowed).isEqualTo("activeTab,storage|");
      Object kept =
          options.evaluate("async () => JSON.stringify(await chrome.storage.local.get(null))");
      assertThat(kept).isEqualTo("{}");
      Page popup = context.newPage();
      popup.navigate("chrome-extension://" + ExtensionDesk.id(whole) + "/popup.html");
      popup.waitForFunction(
          "() => document.getElementById('told').textContent.includes('nothing is sent')");
      assertThat(desk.asked).isEmpty();
    }
  }

  /** The popup as a page of its own is about itself, of which nothing is asked. */
  private void popup(BrowserContext context, Page story) throws Exception {
    int before = desk.asked.size();
    Page popup = context.newPage();
    popup.navigate("chrome-extension://" + ExtensionDesk.id(extension) + "/popup.html");
    popup.waitForFunction(
        "() => document.getElementById('told').textContent.includes('Nothing is asked')");
    assertThat(desk.asked).hasSize(before);
    assertThat(story.url()).startsWith(desk.page("/pier"));
  }

  private String badge(Page options, String path) {
    return (String)
        options.evaluate(
            "async url => { const [tab] = (await chrome.tabs.query({})).filter("
                + "t => t.url.startsWith(url));"
                + " return await chrome.action.getBadgeText({tabId: tab.id}) + '|'"
                + " + await chrome.action.getTitle({tabId: tab.id}); }",
            desk.page(path));
  }

  private void waitFor(Page options, String path, String beginning) {
    for (int i = 0; i < 100 && !badge(options, path).startsWith(beginning); i++) {
      options.waitForTimeout(100);
    }
    assertThat(badge(options, path)).startsWith(beginning);
  }
}
