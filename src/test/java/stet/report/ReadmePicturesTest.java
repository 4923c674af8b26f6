package stet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the README from the committed sample report, when asked to. */
@EnabledIfSystemProperty(
    named = "stet.pictures",
    matches = "true",
    disabledReason = "pictures are taken with -Dtest.jvm=-Dstet.pictures=true")
class ReadmePicturesTest {
  private static final Path SAMPLE = Path.of("reports/sample");
  private static final Path IMAGES = Path.of("docs/images");
  private static final String FERRY = "a/snjl6jvuewk7/";

  private static void take(
      Browsers browsers, String page, String name, int width, int height, ColorScheme scheme) {
    try (BrowserContext context =
        browsers
            .browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setColorScheme(scheme)
                    .setViewportSize(width, height))) {
      Page open = context.newPage();
      open.navigate(SAMPLE.resolve(page).toAbsolutePath().toUri().toString());
      if (name.startsWith("side-by-side")) {
        open.locator("label[for=view-sides]").click();
        open.locator("h2.named").evaluate("e => e.scrollIntoView({behavior: 'instant'})");
      }
      open.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name)));
    }
  }

  @Test
  void theReadmeShowsTheSampleOfToday() throws Exception {
    try (Browsers browsers = Browsers.open()) {
      take(browsers, "index.html", "front.png", 1280, 900, ColorScheme.LIGHT);
      take(browsers, FERRY + "index.html", "article.png", 1000, 1250, ColorScheme.LIGHT);
      take(browsers, FERRY + "index.html", "article-phone-dark.png", 390, 844, ColorScheme.DARK);
      take(browsers, FERRY + "r6.html", "side-by-side.png", 1280, 900, ColorScheme.LIGHT);
    }
    try (var images = Files.list(IMAGES)) {
      assertThat(images).hasSize(4).allSatisfy(i -> assertThat(i).isNotEmptyFile());
    }
  }
}
