package stet.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.OwnProcess;
import stet.fetch.Newsroom;
import stet.report.Browsers;
import stet.report.MarkupTest;
import stet.report.PagesBrowserTest;

/**
 * A new user, from an empty folder to an exported note, in a real browser: the command itself
 * serves, and a publisher on this machine edits a story.
 */
class WalkBrowserTest {
  private static final String[] BOATS = {"", "twelve", "eleven", "nine", "nine", "seven"};

  @TempDir Path home;
  private Newsroom newsroom;
  private Process server;
  private String at;
  private final List<String> problems = new ArrayList<>();

  @BeforeEach
  void serve() throws IOException {
    newsroom = new Newsroom();
    Files.writeString(
        home.resolve("stet.toml"),
        "[fetch]\nprivate-hosts = \""
            + newsroom.authority()
            + "\"\nmin-delay = 0\n[channel.feeds]\ntype = \"feed\"\n"
            + "[[alert]]\nname = \"all\"\nto = \"feeds\"\n");
    newsroom.page("/feed.xml", feed());
    newsroom.page("/harbour", story(1));
    server =
        OwnProcess.stet("serve", "--home", home.toString(), "--port", "0")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
    at = out.readLine().strip();
  }

  @AfterEach
  void stop() throws IOException, InterruptedException {
    server.destroy();
    assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
    newsroom.close();
  }

  private String feed() {
    return """
    <?xml version="1.0"?><rss version="2.0"><channel><title>Fictional Courier</title>
    <item><link>%s</link></item></channel></rss>
    """
        .formatted(newsroom.url("/harbour"));
  }

  /** The story as it reads in each of its versions. */
  private static String story(int version) {
    String line = version < 4 ? "" : "<p>The owners were told on Monday, the office added.</p>";
    return """
    <!doctype html><html lang="en"><head><title>Boats lost</title></head><body><article>
    <h1>Boats lost in the harbour of Port Alder</h1>
    <p>The fictional harbour office said that %s boats were lost in the storm on Saturday.</p>
    <p>It was the first storm in forty years in which the mole did not hold, the office said.</p>
    %s<p>Divers will look for the wrecks from dawn until the inspection has ended.</p>
    </article></body></html>
    """
        .formatted(BOATS[version], line);
  }

  /** Somebody presses the button of the one tracked page. */
  private void check(Page watch) {
    watch.navigate(at + "watch");
    button(watch, "Check now").first().click();
    watch.waitForLoadState();
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  private static Locator link(Page page, String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name)).first();
  }

  private Page open(BrowserContext context, String path) {
    Page page = context.newPage();
    page.setDefaultTimeout(60_000);
    page.onConsoleMessage(m -> problems.add(page.url() + " console: " + m.text()));
    page.onPageError(e -> problems.add(page.url() + " error: " + e));
    page.onRequest(
        r -> {
          if (!r.url().startsWith(at)) {
            problems.add(page.url() + " asks " + r.url());
          }
        });
    page.navigate(at + path);
    return page;
  }

  @Test
  void fromAnEmptyFolderToAnExportedNote() throws Exception {
    try (Browsers browsers = Browsers.open();
        BrowserContext context =
            browsers
                .browser()
                .newContext(new Browser.NewContextOptions().setAcceptDownloads(true))) {
      Page today = open(context, "");
      assertThat(today.textContent("main")).contains("There is no article here yet.");
      Page page = open(context, "add");
      add(page);
      Page watch = open(context, "watch");
      for (int version = 2; version <= 5; version++) {
        newsroom.page("/harbour", story(version));
        check(watch);
      }
      today.locator("#news a").click();
      today.waitForSelector(".edits .words");
      assertThat(today.locator(".edits > li").count()).isEqualTo(4);
      filter(today);
      String article = read(today);
      search(page);
      annotate(page);
      export(page);
      look(
          browsers,
          List.of(
              "",
              "add",
              "search?q=twelve",
              "outlets.html",
              "review?state=all",
              "notes",
              "watch",
              "alerts",
              "import",
              article,
              article + "r5.html",
              article + "2..5"));
    }
    assertThat(problems).isEmpty();
  }

  private void add(Page page) {
    page.getByLabel("Addresses of articles").fill(newsroom.url("/feed.xml"));
    button(page, "Look and track").click();
    assertThat(page.textContent("#found")).contains("A feed with 1 article");
    button(page, "Do what is ticked").click();
    page.navigate(at + "add");
    page.getByLabel("Addresses of articles").fill(newsroom.url("/harbour"));
    button(page, "Look and track").click();
    assertThat(page.textContent("#found")).contains("Tracked", "Boats lost in the harbour");
  }

  private static void filter(Page today) {
    today.locator(".filter summary").click();
    today.getByLabel("Words in the change").fill("eleven");
    button(today, "Show").click();
    today.waitForURL("**words=eleven**");
    assertThat(today.locator(".edits > li").count()).isEqualTo(2);
  }

  /** Opens the first edit, its article, and compares 2 with 5; the article's address. */
  private String read(Page today) {
    today.locator(".edits .of a").first().click();
    today.waitForSelector(".switch");
    link(today, "Back to the story").click();
    today.waitForSelector("select[name=from]");
    String article = today.url().substring(at.length());
    today.locator("select[name=from]").selectOption("2");
    today.locator("select[name=to]").selectOption("5");
    button(today, "Compare").click();
    today.waitForURL("**/2..5");
    assertThat(today.locator(".inline del").allTextContents()).contains("eleven");
    assertThat(today.locator(".inline ins").allTextContents()).contains("seven");
    return article.replaceAll("index\\.html$", "");
  }

  private void search(Page page) {
    page.navigate(at + "search");
    page.getByLabel("Words, or a quotation").fill("twelve boats were lost");
    button(page, "Search").click();
    page.waitForSelector(".hit");
    assertThat(page.textContent(".hit")).contains("twelve");
    assertThat(page.locator(".hit mark").count()).isPositive();
  }

  /** Steps to the second edit with a key and gives it the third verdict with another. */
  private void annotate(Page page) {
    page.navigate(at + "review");
    assertThat(page.locator(".edits > li").count()).isEqualTo(4);
    page.keyboard().press("j");
    page.keyboard().press("j");
    page.keyboard().press("3");
    page.waitForCondition(() -> page.locator(".edits > li").count() == 3);
    // The list is there before the page's script, which only then hears keys.
    page.waitForLoadState();
    page.keyboard().press("?");
    assertThat(page.locator("dialog[open]").textContent()).contains("give that verdict");
  }

  private void export(Page page) throws IOException {
    page.navigate(at + "notes");
    Download download =
        page.waitForDownload(() -> link(page, "All notes as web annotations").click());
    String json = Files.readString(download.path());
    assertThat(json).contains("AnnotationPage", "classifying", "hardened");
  }

  /** Each page as people have it: wide and narrow, light and dark, and without a script. */
  private void look(Browsers browsers, List<String> paths) throws Exception {
    String axe = browsers.axe();
    for (int width : new int[] {1280, 390}) {
      for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        try (BrowserContext context = context(browsers, width, colours, true)) {
          Page page = open(context, "");
          for (String path : paths) {
            page.navigate(at + path);
            look(page, path + " at " + width, axe);
          }
        }
      }
      try (BrowserContext context = context(browsers, width, ColorScheme.LIGHT, false)) {
        Page page = open(context, "");
        for (String path : paths) {
          page.navigate(at + path);
          assertThat(page.locator("main h1, main h2").count()).as(path).isPositive();
        }
      }
    }
    for (String path : paths) {
      Path file = home.resolve("page.html");
      Files.writeString(file, plain(path));
      MarkupTest.problems(file, true).stream()
          // The checker does not know where the page is from, and so not what is its own.
          .filter(p -> !p.contains("external script “") || !p.contains("stet.js”"))
          .forEach(p -> problems.add(path + ": " + p));
    }
  }

  private static BrowserContext context(
      Browsers browsers, int width, ColorScheme colours, boolean script) {
    return browsers
        .browser()
        .newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(colours)
                .setJavaScriptEnabled(script)
                .setBypassCSP(true));
  }

  private String plain(String path) throws IOException {
    try (var in = java.net.URI.create(at + path).toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private void look(Page page, String name, String axe) {
    Object over =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    if (!over.equals(0)) {
      problems.add(name + " scrolls sideways by " + over);
    }
    page.evaluate(axe);
    for (Object violation : (List<?>) page.evaluate(PagesBrowserTest.AXE_RUN)) {
      problems.add(name + ": " + violation);
    }
  }
}
