package stet.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import stet.article.ArticleVersion;
import stet.diff.FieldChange.Field;

/** The labeller of {@link Differs#labeller()}. */
final class StandardLabeller implements Labeller {
  @Override
  public List<Label> label(
      ArticleVersion before,
      ArticleVersion after,
      Revision revision,
      List<ArticleVersion> earlier) {
    List<Label> labels = new ArrayList<>();
    labels.add(disclosure(revision));
    if (isSubstantive(revision)) {
      int returned = sameText(after, earlier);
      if (returned > 0) {
        labels.add(new Label(Label.Kind.REVERT, "text of version " + returned));
      }
    }
    return List.copyOf(labels);
  }

  private static Label disclosure(Revision revision) {
    boolean noticed = has(revision, Field.NOTICE, true);
    if (noticed) {
      return new Label(Label.Kind.NOTICED, "");
    }
    boolean updated = has(revision, Field.UPDATED, true);
    if (isSubstantive(revision)) {
      return new Label(updated ? Label.Kind.STAMPED : Label.Kind.SILENT, "");
    }
    boolean dates = revision.fields().stream().anyMatch(c -> c.field().isStatedDate());
    return new Label(dates ? Label.Kind.RESTAMPED : Label.Kind.COSMETIC, "");
  }

  /** Whether words, pictures or notices changed: more than dates, sections and layout. */
  static boolean isSubstantive(Revision revision) {
    return revision.hunks().stream().anyMatch(Hunk::isChange)
        || revision.fields().stream()
            .anyMatch(c -> !c.field().isStatedDate() && c.field() != Field.SECTION);
  }

  private static boolean has(Revision revision, Field field, boolean present) {
    return revision.fields().stream()
        .anyMatch(c -> c.field() == field && present != c.after().isEmpty());
  }

  /** The number, from 1, of the latest earlier version with the same text; 0 for none. */
  private static int sameText(ArticleVersion after, List<ArticleVersion> earlier) {
    String text = text(after);
    for (int k = earlier.size() - 1; k >= 0; k--) {
      if (text(earlier.get(k)).equals(text)) {
        return k + 1;
      }
    }
    return 0;
  }

  private static String text(ArticleVersion v) {
    return v.headline()
        + '\n'
        + v.dek()
        + '\n'
        + v.body().stream().map(BodyText::line).collect(Collectors.joining("\n"));
  }
}
