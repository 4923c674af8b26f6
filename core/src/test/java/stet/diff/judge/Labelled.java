package stet.diff.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.article.StatedDate;
import stet.article.TextLanguage;
import stet.diff.Label;
import stet.diff.Label.Kind;
import stet.diff.Revision;
import stet.diff.Texts;
import stet.diff.standard.Differs;

/** Revisions of a made-up story, and how they are labelled. */
public final class Labelled {
  /** A paragraph that stays. */
  public static final String REST =
      "The harbour council met on Tuesday evening. Residents of Port Merrow waited outside.";

  private Labelled() {}

  /** What kind of disclosure a revision is. */
  public static Kind first(ArticleVersion before, ArticleVersion after) {
    return label(before, after, List.of()).get(0).kind();
  }

  /** The labels of a revision of plain paragraphs. */
  public static List<Label> labels(List<String> before, List<String> after) {
    return label(Texts.version(before), Texts.version(after), List.of());
  }

  /**
   * The labels of a revision.
   *
   * @param earlier the versions before it, oldest first
   */
  public static List<Label> label(
      ArticleVersion before, ArticleVersion after, List<ArticleVersion> earlier) {
    Revision revision = Differs.standard().diff(before, after);
    return Differs.labeller().label(JudgedRevision.of(before, after, revision), earlier);
  }

  /** The names of labels; exactly one, the first, says how the edit was disclosed. */
  public static Set<String> ids(List<Label> labels) {
    assertThat(labels.stream().filter(l -> l.kind().family() == Label.Family.DISCLOSURE))
        .hasSize(1)
        .containsExactly(labels.get(0));
    return labels.stream().map(l -> l.kind().id()).collect(Collectors.toSet());
  }

  /** An update time of that hour. */
  public static StatedDate updated(int hour) {
    return date(StatedDate.Role.UPDATED, hour);
  }

  /** A publication time of that hour. */
  public static StatedDate published(int hour) {
    return date(StatedDate.Role.PUBLISHED, hour);
  }

  private static StatedDate date(StatedDate.Role role, int hour) {
    return new StatedDate(
        role,
        hour + ":00",
        LocalDateTime.of(2024, 5, 6, hour, 0),
        ZoneOffset.UTC,
        StatedDate.Precision.MINUTE,
        "test",
        "written");
  }

  /** The same text, guessed to be in a language. */
  static ArticleVersion guessed(String language, ArticleVersion v) {
    return new ArticleVersion(
        v.head(),
        v.content(),
        v.statements(),
        TextLanguage.guessed(language),
        v.canonicalUrl(),
        v.extractor());
  }

  /** The same text, said to be in a language. */
  public static ArticleVersion in(String language, ArticleVersion v) {
    return new ArticleVersion(
        v.head(), v.content(), v.statements(), language, v.canonicalUrl(), v.extractor());
  }
}
