package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import stet.report.site.Site;

/** Pages for people who use a keyboard, choose their own colours or want nothing to move. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardBrowserTest {
  private static final int MOST = 400;

  /** Where the focus is: what it is on, its place on the whole page, and whether one sees it. */
  private static final String STOP =
      "() => { const e = document.activeElement; if (!e || e === document.body) return null;"
          + " const shown = e.matches('.switch input') ? e.nextElementSibling : e;"
          + " const b = shown.getBoundingClientRect(), s = getComputedStyle(shown);"
          + " const path = e.querySelector('path'), p = path && getComputedStyle(path);"
          + " return {name: (e.getAttribute('aria-label') || shown.textContent || '').trim(),"
          + " svg: !!e.closest('svg'), left: b.left, top: b.top + scrollY,"
          + " bottom: b.bottom + scrollY, drawn: b.width > 0 && b.height > 0,"
          + " within: b.bottom > 0 && b.top < innerHeight && b.right > 0 && b.left < innerWidth,"
          + " outlined: s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2"
          + " || !!p && parseFloat(p.strokeWidth) >= 2}; }";

  private Browsers browsers;
  private Path site;

  @BeforeAll
  void write(@TempDir Path dir) throws Exception {
    browsers = Browsers.open();
    site = dir;
    new Site(Story.DIFFER, Stories.OPTIONS).write(Stories.all().iterator(), dir);
  }

  @AfterAll
  void close() {
    if (browsers != null) {
      browsers.close();
    }
  }

  private BrowserContext context(int width) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, 900));
  }

  private Page open(BrowserContext context, String name) {
    Page page = context.newPage();
    page.navigate(site.resolve(name).toUri().toString());
    return page;
  }

  @ParameterizedTest
  @CsvSource({
    "a/harbour-bridge-1f/index.html, 1280",
    "a/harbour-bridge-1f/index.html, 390",
    "a/harbour-bridge-1f/r3.html, 1280",
    "a/harbour-bridge-1f/v4.html, 1280",
    "a/gesher-4e/index.html, 1280",
    "a/storm-live-6a/index.html, 1280",
    "a/storm-live-6a/index.html, 390",
  })
  void theFocusGoesDownThePageAndIsSeenAtEveryStop(String name, int width) {
    List<String> problems = new ArrayList<>();
    try (BrowserContext context = context(width)) {
      Page page = open(context, name);
      Map<?, ?> before = null;
      int stops = 0;
      for (Map<?, ?> stop = tab(page); stop != null && stops < MOST; stop = tab(page)) {
        problems.addAll(problems(stop, before));
        before = stop;
        stops++;
      }
      assertThat(stops).isBetween(10, MOST - 1);
    }
    assertThat(problems).isEmpty();
  }

  private static Map<?, ?> tab(Page page) {
    page.keyboard().press("Tab");
    return (Map<?, ?>) page.evaluate(STOP);
  }

  private static List<String> problems(Map<?, ?> stop, Map<?, ?> before) {
    List<String> problems = new ArrayList<>();
    for (String needed : List.of("drawn", "within", "outlined")) {
      if (!Boolean.TRUE.equals(stop.get(needed))) {
        problems.add("not " + needed + ": " + stop);
      }
    }
    if (Objects.equals(stop.get("name"), "")) {
      problems.add("without a name: " + stop);
    }
    boolean marks =
        before != null
            && Boolean.TRUE.equals(stop.get("svg"))
            && stop.get("svg") == before.get("svg");
    if (marks
        ? number(stop, "left") < number(before, "left") - 20
        : before != null && number(stop, "bottom") <= number(before, "top")) {
      problems.add("goes back from " + before.get("name") + " to " + stop.get("name"));
    }
    return problems;
  }

  private static double number(Map<?, ?> stop, String key) {
    return ((Number) Objects.requireNonNull(stop.get(key))).doubleValue();
  }

  @Test
  void theMarksOfALongStripCanBeSkipped() {
    try (BrowserContext context = context(1280)) {
      Page page = open(context, "a/storm-live-6a/index.html");
      page.locator(".skip.here").focus();
      page.keyboard().press("Enter");
      page.keyboard().press("Tab");
      assertThat(page.evaluate("() => !!document.activeElement.closest('svg')")).isEqualTo(false);
      assertThat(page.evaluate("() => document.activeElement.closest('section').className"))
          .isNotEqualTo("strip");
    }
  }

  /** In colours of a reader's own, shapes, lines and weight still tell marks apart. */
  @Test
  void colorsOfAReadersOwnKeepTheMarks() {
    try (BrowserContext context = context(1280)) {
      Page page = open(context, "a/harbour-bridge-1f/r3.html");
      page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
      assertThat(style(page, ".inline del", "textDecorationLine")).isEqualTo("line-through");
      assertThat(style(page, ".inline ins", "textDecorationLine")).isEqualTo("underline");
      assertThat(style(page, ".inline ins", "fontWeight")).isEqualTo("600");
      assertThat(style(page, ".switch input:checked + label", "borderTopWidth")).isEqualTo("3px");
      page.navigate(site.resolve("a/harbour-bridge-1f/index.html").toUri().toString());
      String paper = style(page, "body", "backgroundColor");
      for (String mark : List.of("silent", "stamped", "noticed")) {
        assertThat(style(page, "svg.wide ." + mark, "fill")).as(mark).isNotEqualTo(paper);
      }
      assertThat(style(page, "svg.wide .axis", "stroke")).isNotEqualTo(paper);
      assertThat(style(page, "svg.wide .gone", "strokeDasharray")).isNotEqualTo("none");
    }
  }

  @Test
  void nothingMovesWhereThatIsUnwanted() {
    try (BrowserContext context = context(1280)) {
      Page page = open(context, "a/harbour-bridge-1f/index.html");
      assertThat(style(page, "html", "scrollBehavior")).isEqualTo("auto");
      page.emulateMedia(
          new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.NO_PREFERENCE));
      assertThat(style(page, "html", "scrollBehavior")).isEqualTo("smooth");
    }
  }

  private static String style(Page page, String element, String property) {
    return String.valueOf(
        page.locator(element).first().evaluate("(e, p) => getComputedStyle(e)[p]", property));
  }
}
