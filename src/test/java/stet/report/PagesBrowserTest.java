package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import stet.report.site.Site;

/** Every kind of page, opened from disk in a real browser. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public class PagesBrowserTest {
  private static final List<String> KINDS =
      List.of(
          "index.html",
          "outlets.html",
          "days.html",
          "d/2026-03-14.html",
          "search.html",
          "methods.html",
          "a/harbour-bridge-1f/index.html",
          "a/harbour-bridge-1f/r3.html",
          "a/harbour-bridge-1f/v4.html",
          "a/harbour-bridge-1f/first-latest.html",
          "a/tankers-3d/index.html",
          "a/never-7b/index.html",
          "a/gesher-4e/index.html",
          "a/gesher-4e/r2.html",
          "a/qiao-5f/index.html",
          "a/storm-live-6a/index.html",
          "a/storm-live-6a/older-1.html",
          "a/storm-live-6a/v9.html");

  /** Has the accessibility rules tell what is against them. */
  public static final String AXE_RUN =
      "async () => { const r = await axe.run(document, {preload: false, runOnly: {type: 'tag', values: ['wcag2a',"
          + " 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}}); return"
          + " r.violations.map(v => v.id + ': ' + v.nodes.slice(0, 3).map(n => n.html + ' ' +"
          + " n.failureSummary).join(' | ')); }";

  private static final String HREFS =
      "() => [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))";

  private Browsers browsers;
  private Path site;
  private final List<String> pages = new ArrayList<>(KINDS);

  @BeforeAll
  void write(@TempDir Path dir) throws Exception {
    browsers = Browsers.open();
    site = dir;
    new Site(Story.DIFFER, Stories.OPTIONS).write(Stories.all().iterator(), site);
    pages.addAll(Stories.writeAlone(site));
    try (Stream<Path> outlets = Files.list(site.resolve("o"))) {
      outlets
          .filter(p -> p.toString().endsWith(".html"))
          .forEach(p -> pages.add("o/" + p.getFileName()));
    }
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private BrowserContext context(boolean script, ColorScheme scheme, int width) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setJavaScriptEnabled(script)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
  }

  /** Opens pages one after another and gathers whatever must not happen. */
  private void eachPage(BrowserContext context, List<String> problems, Visit visit)
      throws Exception {
    Page page = watched(context, problems);
    for (String name : pages) {
      page.navigate(site.resolve(name).toUri().toString());
      visit.at(name, page);
    }
  }

  private interface Visit {
    void at(String name, Page page) throws Exception;
  }

  static Page watched(BrowserContext context, List<String> problems) {
    Page page = context.newPage();
    page.onConsoleMessage(m -> problems.add(page.url() + " console: " + m.text()));
    page.onPageError(e -> problems.add(page.url() + " error: " + e));
    page.onDialog(
        d -> {
          problems.add(page.url() + " dialog: " + d.message());
          d.dismiss();
        });
    page.onRequest(
        r -> {
          if (!r.url().startsWith("file://")) {
            problems.add(page.url() + " request: " + r.url());
          }
        });
    page.onRequestFailed(r -> problems.add(page.url() + " failed: " + r.url()));
    return page;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void opensQuietlyFromDisk(boolean script) throws Exception {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = context(script, ColorScheme.LIGHT, 1280)) {
      eachPage(
          context, problems, (name, page) -> assertThat(page.title()).as(name).endsWith("· stet"));
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT, 1280", "DARK, 1280", "LIGHT, 390"})
  void everyoneCanUseIt(ColorScheme scheme, int width) throws Exception {
    String axe = browsers.axe();
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = context(true, scheme, width)) {
      eachPage(
          context,
          problems,
          (name, page) -> {
            page.evaluate(axe);
            for (Object violation : (List<?>) page.evaluate(AXE_RUN)) {
              problems.add(name + ": " + violation);
            }
          });
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 390, 640, 768, 1600})
  void neverScrollsSideways(int width) throws Exception {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = context(true, ColorScheme.LIGHT, width)) {
      eachPage(
          context,
          problems,
          (name, page) -> {
            Number over =
                (Number)
                    page.evaluate(
                        "() => document.documentElement.scrollWidth -"
                            + " document.documentElement.clientWidth");
            if (over.intValue() > 0) {
              problems.add(name + " is " + over + " px too wide");
            }
          });
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void linksLeadSomewhere() throws Exception {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = context(true, ColorScheme.LIGHT, 1280)) {
      eachPage(
          context,
          problems,
          (name, page) -> {
            for (Object href : (List<?>) page.evaluate(HREFS)) {
              check(name, String.valueOf(href), problems);
            }
          });
    }
    assertThat(problems).isEmpty();
  }

  private void check(String name, String href, List<String> problems) throws Exception {
    if (href.startsWith("https://")) {
      return;
    }
    int hash = href.indexOf('#');
    String file = hash < 0 ? href : href.substring(0, hash);
    Path base = site.resolve(name);
    Path target = file.isEmpty() ? base : base.resolveSibling(file).normalize();
    if (!Files.exists(target)) {
      problems.add(name + " leads nowhere: " + href);
    } else if (hash >= 0
        && !Files.readString(target).contains("id=\"" + href.substring(hash + 1) + "\"")) {
      problems.add(name + " leads to no such place: " + href);
    }
  }

  @Test
  void viewsAreSwitchedWithoutScript() {
    try (BrowserContext context = context(false, ColorScheme.LIGHT, 1280)) {
      Page page = watched(context, new ArrayList<>());
      page.navigate(site.resolve("a/harbour-bridge-1f/r3.html").toUri().toString());
      assertThat(page.locator(".inline > .col").first().isVisible()).isFalse();
      page.locator("label[for=view-sides]").click();
      assertThat(page.locator(".inline > .col").first().isVisible()).isTrue();
      page.locator("label[for=view-changes]").click();
      assertThat(page.locator(".inline ins").first().isVisible()).isTrue();
    }
  }

  @Test
  void wordsThatAreGoneAreShownWithoutScript() {
    try (BrowserContext context = context(false, ColorScheme.LIGHT, 1280)) {
      Page page = watched(context, new ArrayList<>());
      page.navigate(site.resolve("a/harbour-bridge-1f/v4.html").toUri().toString());
      var gone = page.locator(".text del").filter(new Locator.FilterOptions().setHasText("40,000"));
      assertThat(gone.isVisible()).isFalse();
      page.locator("label[for=past-shown]").click();
      assertThat(gone.isVisible()).isTrue();
      page.locator("label[for=past-hidden]").click();
      assertThat(gone.isVisible()).isFalse();
    }
  }

  /** Printed in black and white, marks are told by their lines and by nothing else. */
  @Test
  void printKeepsTheMarks() {
    try (BrowserContext context = context(false, ColorScheme.DARK, 1280)) {
      Page page = watched(context, new ArrayList<>());
      page.navigate(site.resolve("a/harbour-bridge-1f/r3.html").toUri().toString());
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(style(page, ".inline del", "textDecorationLine")).isEqualTo("line-through");
      assertThat(style(page, ".inline ins", "textDecorationLine")).isEqualTo("underline");
      assertThat(style(page, ".inline ins", "fontWeight")).isEqualTo("700");
      assertThat(style(page, ".inline ins", "color")).isEqualTo("rgb(0, 0, 0)");
      assertThat(style(page, "body", "backgroundColor")).isEqualTo("rgb(255, 255, 255)");
      assertThat(page.locator(".switch").isVisible()).isFalse();
      assertThat(page.pdf()).startsWith('%', 'P', 'D', 'F').hasSizeGreaterThan(5_000);
    }
  }

  private static String style(Page page, String element, String property) {
    return String.valueOf(
        page.locator(element).first().evaluate("(e, p) => getComputedStyle(e)[p]", property));
  }
}
