package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.Stories;
import stet.report.Story;
import stet.stats.ArticleFigures;
import stet.stats.Figures;
import stet.stats.Median;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/** What the ledger remembers of articles comes to what their timelines come to. */
class LedgerFiguresTest {
  @TempDir Path dir;

  @Test
  void theFiguresOfASiteAreThoseOfItsTimelines() throws IOException {
    Map<String, Figures> figures = new TreeMap<>();
    Map<String, List<Duration>> waits = new TreeMap<>();
    for (Timeline timeline : Stories.all()) {
      String outlet = timeline.article().outlet();
      ArticleFigures article = ArticleFigures.of(timeline);
      figures.merge(outlet, Figures.NONE.plus(article), Figures::plus);
      Optional<Duration> until = article.untilSilent();
      until.ifPresent(d -> waits.computeIfAbsent(outlet, o -> new ArrayList<>()).add(d));
    }

    try (Ledger ledger = Ledger.open(dir, false);
        PageFiles files = new PageFiles(dir, true);
        SiteWriter writer = writer(ledger, files)) {
      for (Timeline timeline : Stories.all()) {
        writer.add(KeptTimeline.of(timeline));
      }
      writer.finish();
      LedgerFigures kept = new LedgerFigures(ledger);
      assertThat(kept.byOutlet()).isEqualTo(figures);
      for (String outlet : figures.keySet()) {
        assertThat(kept.untilSilent(outlet))
            .isEqualTo(Median.of(waits.getOrDefault(outlet, List.of())));
      }
    }
    assertThat(figures.values()).anyMatch(f -> f.silent() > 0).hasSizeGreaterThan(1);
  }

  private static SiteWriter writer(Ledger ledger, PageFiles files) {
    LedgerArticles articles = new LedgerArticles(ledger);
    return new SiteWriter(
        Basis.of(Story.DIFFER, Stories.OPTIONS), "", files, ledger, articles, true);
  }
}
