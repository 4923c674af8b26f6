package stet.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import stet.report.Stories;
import stet.report.Story;
import stet.timeline.Timeline;

class ComparisonPageTest {
  private static Document page(Timeline timeline, int from, int to) throws IOException {
    byte[] page = new ComparisonPage(Story.DIFFER, Stories.OPTIONS).of(timeline, from, to);
    return Jsoup.parse(new String(page, StandardCharsets.UTF_8));
  }

  @Test
  void needsNothingBesideItAndLetsNothingElseIn() throws IOException {
    Document page = page(Stories.bridge(), 1, 4);

    assertThat(page.select("link, script, img, iframe")).isEmpty();
    assertThat(page.select("a").eachAttr("href"))
        .allMatch(
            href -> href.startsWith("#") || href.equals(page.select(".outlet a").attr("href")));
    String css = page.selectFirst("style").data();
    assertThat(page.select("meta[http-equiv]").attr("content"))
        .isEqualTo(
            "default-src 'none'; style-src '"
                + StyleSheet.digest(css.getBytes(StandardCharsets.UTF_8))
                + "'");
  }

  @Test
  void comparesVersionsThatAreNoNeighbours() throws IOException {
    Document page = page(Stories.bridge(), 1, 4);

    assertThat(page.select(".inline del").eachText()).contains("40,000");
    assertThat(page.select(".inline ins").eachText()).contains("46,000");
    assertThat(page.select(".inline > .l, .inline > .r").size()).isGreaterThan(4);
    assertThat(page.select("h1").text()).isEqualTo("Harbour bridge shut after crack found");
  }

  @Test
  void neighboursCarryTheirLabelsAndTheirWindow() throws IOException {
    Document page = page(Stories.bridge(), 2, 3);

    assertThat(page.select("h2.named").text()).startsWith("Version 2 to 3").contains("Silent");
    assertThat(page.select(".when").text())
        .startsWith(
            "Between 14:02 and 14:32 on 14 March 2026, UTC-03:00, the publisher’s time (17:02 and");
  }

  @Test
  void theLaterVersionMayStandOnTheLeft() throws IOException {
    Document page = page(Stories.bridge(), 4, 1);

    assertThat(page.select(".inline del").eachText()).contains("46,000");
    assertThat(page.select("h2.named").text()).isEqualTo("Version 4 to 1");
  }

  @Test
  void namesTheCapturesThatItRestsOn() throws IOException {
    Timeline bridge = Stories.bridge();
    Document page = page(bridge, 1, 4);

    assertThat(page.select(".fields").text())
        .contains(bridge.versions().get(0).first().digest())
        .contains(bridge.versions().get(3).first().digest());
  }
}
