package stet.notify.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.notify.Change;
import stet.notify.Change.Mark;
import stet.notify.Change.Mark.Kind;
import stet.notify.Finding;
import stet.notify.Finding.Story;
import stet.notify.Message;
import stet.notify.Message.Entry;
import stet.notify.Message.Standing;
import stet.notify.Messages;
import stet.report.Browsers;
import stet.report.page.CardView;
import stet.report.view.Pictures;

/** Mails as a browser shows them, on a phone and on a desk, in light and in dark. */
class MailBrowserTest {
  /** The least contrast of WCAG 2.2, level AA, for text. */
  private static final double CONTRAST = 4.5;

  private static final String CONTRASTS =
      """
      () => {
        const parts = c => c.match(/[\\d.]+/g).map(Number);
        const light = c => { const v = parts(c).slice(0, 3).map(x => x / 255)
          .map(x => x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4);
          return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
        const own = getComputedStyle(document.body).backgroundColor;
        const back = parts(own)[3] === 0
          ? (matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(18,18,18)' : 'rgb(255,255,255)') : own;
        return [...document.querySelectorAll('h1,h2,p,ins,del,a,strong')].map(e => {
          const a = light(getComputedStyle(e).color), b = light(back);
          return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05); });
      }""";

  private static Message message() {
    Story arabic =
        new Story(
            "k8",
            "sahifa.example",
            "إعادة فتح الجسر في مايو",
            "ar",
            "https://sahifa.example/1",
            "");
    Change known = Messages.change();
    Change change =
        new Change(
            3,
            known.notBefore(),
            known.notAfter(),
            known.labels(),
            "the first paragraph",
            List.of(
                new Mark(Kind.KEPT, "أعلنت المدينة أن الجسر سيعاد فتحه في "),
                new Mark(Kind.REMOVED, "أبريل"),
                new Mark(Kind.ADDED, "مايو"),
                new Mark(Kind.KEPT, " المقبل")),
            1,
            1,
            0,
            List.of(),
            "");
    Finding finding = Messages.edit(Messages.story(), known);
    return Messages.of(
        Message.Kind.DIGEST,
        Messages.stands(finding),
        new Entry(finding, Standing.WITHDRAWN, "A capture that came later shows a notice."),
        new Entry(Messages.edit(arabic, change), Standing.EDITED_AGAIN, ""),
        Messages.stands(Messages.saying("verylongword".repeat(40)).entries().get(0).finding()));
  }

  @Test
  void aMailFitsAndIsReadableEverywhere() throws Exception {
    try (Browsers browsers = Browsers.open()) {
      for (int width : List.of(390, 600)) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
          NewContextOptions options =
              new NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme);
          try (BrowserContext context = browsers.browser().newContext(options)) {
            look(context.newPage(), width, scheme);
          }
        }
      }
    }
  }

  private static void look(Page page, int width, ColorScheme scheme) throws Exception {
    List<String> requests = new ArrayList<>();
    page.onRequest(r -> requests.add(r.url()));
    page.setContent(MailHtml.of(message()));
    assertThat(requests).isEmpty();
    assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
        .isLessThanOrEqualTo(width);
    List<?> contrasts = (List<?>) page.evaluate(CONTRASTS);
    assertThat(contrasts).hasSizeGreaterThan(30);
    contrasts.forEach(c -> assertThat(((Number) c).doubleValue()).isGreaterThanOrEqualTo(CONTRAST));
    assertThat(style(page, "del", "textDecorationLine")).isEqualTo("line-through");
    assertThat(style(page, "ins", "fontWeight")).isEqualTo("700");
    save(page, "mail-" + width + "-" + scheme);
  }

  private static Object style(Page page, String element, String property) {
    return page.evaluate("getComputedStyle(document.querySelector('" + element + "'))." + property);
  }

  /** With {@code -Dstet.looks=FOLDER} what was looked at is kept for people to look at. */
  private static void save(Page page, String name) throws Exception {
    String folder = System.getProperty("stet.looks", "");
    if (!folder.isEmpty()) {
      page.screenshot(
          new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of(folder, name + ".png")));
      CardView card = ShareCard.of(Messages.silent());
      byte[] png = new Pictures().png(card);
      Files.write(Path.of(folder, "card.png"), png);
    }
  }
}
