package stet.report;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A real browser for tests; where there is none, the test is skipped, or fails in CI. */
public final class Browsers implements AutoCloseable {
  private static final List<Path> CHROMIUM =
      List.of(Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"));

  /** The same engine without the window around it, which takes half of the processor's time. */
  private static final Path SHELL = Path.of("/usr/bin/chromium-headless-shell");

  private final Path tools;
  private final Path chromium;
  private final Playwright playwright;
  private final Browser browser;

  private Browsers(Path tools, Path chromium) {
    this.tools = tools;
    this.chromium = chromium;
    System.setProperty("playwright.cli.dir", tools.toString());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Files.isExecutable(SHELL) ? SHELL : chromium)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")));
  }

  /** Starts the browser, or ends the test with the reason why there is none. */
  public static Browsers open() {
    String named =
        System.getProperty(
            "stet.browser.tools", System.getProperty("user.home") + "/.cache/stet-browser");
    Path tools = Path.of(named);
    boolean driver = Files.exists(tools.resolve("package/cli.js"));
    Path chromium = CHROMIUM.stream().filter(Files::isExecutable).findFirst().orElse(null);
    if (!driver || chromium == null) {
      String reason = (driver ? "no chromium" : "no browser driver") + "; run .ci/browser";
      if (Boolean.getBoolean("stet.browser.required")) {
        fail(reason);
      }
      assumeTrue(false, reason);
    }
    return new Browsers(tools, chromium);
  }

  public Browser browser() {
    return browser;
  }

  /**
   * A browser of its own with an unpacked extension in it.
   *
   * @param profile an empty folder
   * @param more arguments of its command line
   */
  public BrowserContext withExtension(Path extension, Path profile, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-features=DisableLoadExtensionCommandLineSwitch",
            "--disable-extensions-except=" + extension,
            "--load-extension=" + extension));
    return playwright
        .chromium()
        .launchPersistentContext(
            profile,
            new BrowserType.LaunchPersistentContextOptions()
                .setExecutablePath(chromium)
                .setHeadless(false)
                .setIgnoreDefaultArgs(List.of("--disable-extensions"))
                .setArgs(arguments));
  }

  /** The accessibility rules, as a script to evaluate in a page. */
  public String axe() throws IOException {
    return Files.readString(tools.resolve("node_modules/axe-core/axe.min.js"));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
