package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.diff.judge.Labelled.REST;
import static stet.diff.judge.Labelled.first;
import static stet.diff.judge.Labelled.ids;
import static stet.diff.judge.Labelled.label;
import static stet.diff.judge.Labelled.published;
import static stet.diff.judge.Labelled.updated;

import java.util.List;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.article.Notice;
import stet.article.StatedDate;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.Texts;
import stet.diff.rank.Age;
import stet.diff.rank.Weights;
import stet.diff.standard.Differs;
import stet.diff.tell.Telling;

/** Whether an edit was silent, stamped or told. */
class DisclosureTest {
  @Test
  void aHeadlineAloneIsAnEdit() {
    List<StatedDate> dates = List.of(updated(9));
    ArticleVersion a = Texts.version("Council clears mayor", List.of(REST), List.of(), dates);
    ArticleVersion b = Texts.version("Council finds mayor guilty", List.of(REST), List.of(), dates);
    List<Label> labels = label(a, b, List.of());
    assertThat(labels.get(0).kind()).isEqualTo(Kind.SILENT);
    assertThat(ids(labels)).contains("headline", "death-or-guilt").doesNotContain("lede");
    Telling telling =
        Telling.of(
            JudgedRevision.of(a, b, Differs.standard().diff(a, b)),
            labels,
            Age.UNKNOWN,
            Weights.STANDARD);
    assertThat(telling.excerpt().where()).isEqualTo("the headline");
  }

  @Test
  void disclosureFollowsTheGlossary() {
    List<String> old = List.of("Some 150 people came.", REST);
    List<String> now = List.of("Some 129 people came.", REST);
    ArticleVersion before = Texts.version("Ferry", old, List.of(), List.of(updated(9)));
    assertThat(first(before, Texts.version("Ferry", now, List.of(), List.of(updated(9)))))
        .isEqualTo(Kind.SILENT);
    assertThat(first(before, Texts.version("Ferry", now, List.of(), List.of(updated(11)))))
        .isEqualTo(Kind.STAMPED);
    assertThat(first(before, Texts.version("Ferry", old, List.of(), List.of(updated(11)))))
        .isEqualTo(Kind.RESTAMPED);
    Notice notice =
        new Notice(
            Notice.Kind.CORRECTION, "Correction: 129 people came, not 150 as first stated.", null);
    ArticleVersion noticed = Texts.version("Ferry", now, List.of(notice), List.of(updated(11)));
    List<Label> labels = label(before, noticed, List.of());
    assertThat(labels.get(0).kind()).isEqualTo(Kind.NOTICED);
    assertThat(ids(labels)).contains("correction", "acknowledged");
    assertThat(ids(label(noticed, before, List.of()))).contains("un-noticed");
  }

  @Test
  void aNoticeAboutSomethingElseIsUnexplained() {
    Notice notice = new Notice(Notice.Kind.UPDATE, "Update: a video was added.", null);
    ArticleVersion before = Texts.version("Ferry", List.of("Some 150 came."), List.of(), List.of());
    ArticleVersion after =
        Texts.version("Ferry", List.of("Some 129 came."), List.of(notice), List.of());
    assertThat(ids(label(before, after, List.of()))).contains("noticed", "unexplained");
  }

  @Test
  void aMovedPublicationDateStandsOut() {
    ArticleVersion before = Texts.version("Ferry", List.of(REST), List.of(), List.of(published(9)));
    ArticleVersion after = Texts.version("Ferry", List.of(REST), List.of(), List.of(published(3)));
    assertThat(ids(label(before, after, List.of()))).contains("restamped", "backdated");
    assertThat(ids(label(after, before, List.of()))).contains("restamped", "postdated");
  }
}
