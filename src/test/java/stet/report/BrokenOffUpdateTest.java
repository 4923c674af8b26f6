package stet.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import stet.report.site.Site;

/** Updates that end before they are done. */
class BrokenOffUpdateTest extends UpdatedSite {
  /** A run over some articles that breaks off knows next time what it had to look at. */
  @Test
  void anUpdateThatBreaksOffIsGoneOnWith() throws IOException {
    update(List.of(Stories.tankers()));
    newsroom.set(Stories.all());
    newsroom.failAt = "never-7b";
    assertThatThrownBy(() -> new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    assertThat(update(Stories.all())).containsExactly("never-7b");
    assertSameAsWhole(Stories.all());
  }

  /** A run of another program that breaks off leaves pages of two programs side by side. */
  @Test
  void afterAnotherBasisBrokeOffTheFirstOneLooksAtAllAgain() throws IOException {
    begin();
    ReportOptions other = new ReportOptions("Other", ZoneId.of("Asia/Kolkata"), "stet test");
    newsroom.failAt = "qiao-5f";
    assertThatThrownBy(() -> new Site(Story.DIFFER, other).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    update(Stories.all());
    assertSameAsWhole(Stories.all());
  }

  /** What was done before the end is not done again. */
  @Test
  void aRunThatBreaksOffIsGoneOnWith() throws IOException {
    update(List.of(Stories.tankers()));
    newsroom.set(Stories.all());
    newsroom.read.clear();
    newsroom.failAt = "qiao-5f";
    assertThatThrownBy(() -> new Site(Story.DIFFER, Stories.OPTIONS).update(newsroom, dir, false))
        .hasMessage("power cut");
    newsroom.failAt = "";

    assertThat(newsroom.read).containsExactly("harbour-bridge-1f", "ferry-fares-2c", "gesher-4e");
    assertThat(update(Stories.all())).containsExactly("qiao-5f", "storm-live-6a", "never-7b");
    assertSameAsWhole(Stories.all());
    assertThat(update(Stories.all())).isEmpty();
  }
}
