package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.report.Stories;
import stet.report.Story;
import stet.rows.FigureCsv;
import stet.stats.ArticleFigures;
import stet.stats.Figures;
import stet.stats.GroupFigures;
import stet.stats.Grouping;
import stet.stats.Observed;
import stet.timeline.KeptTimeline;
import stet.timeline.Timeline;

/** What the ledger remembers of articles comes to what their timelines come to. */
class LedgerFiguresTest {
  @TempDir Path dir;

  @Test
  void theFiguresOfASiteAreThoseOfItsTimelines() throws IOException {
    Map<String, Figures> figures = new TreeMap<>();
    List<Observed> observed = new ArrayList<>();
    for (Timeline timeline : Stories.all()) {
      String outlet = timeline.article().outlet();
      ArticleFigures article = ArticleFigures.of(timeline);
      figures.merge(outlet, Figures.NONE.plus(article), Figures::plus);
      Observed.of(timeline).ifPresent(observed::add);
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
      List<GroupFigures> groups = GroupFigures.of(observed, Grouping.OUTLET);
      assertThat(groups).hasSizeGreaterThan(1);
      for (GroupFigures group : groups) {
        GroupFigures own = kept.group(group.group().outlet()).orElseThrow();
        assertThat(FigureCsv.of(List.of(own))).isEqualTo(FigureCsv.of(List.of(group)));
        assertThat(own.watching()).isEqualTo(group.watching());
        assertThat(own.leftOut()).isEqualTo(group.leftOut());
        assertThat(own.pendulums()).isEqualTo(group.pendulums());
      }
      assertThat(kept.group("nowhere.example")).isEmpty();
    }
    assertThat(figures.values()).anyMatch(f -> f.silent() > 0).hasSizeGreaterThan(1);
  }

  private static SiteWriter writer(Ledger ledger, PageFiles files) {
    LedgerArticles articles = new LedgerArticles(ledger);
    return new SiteWriter(
        Basis.of(Story.DIFFER, Stories.OPTIONS), "", files, ledger, articles, true);
  }
}
