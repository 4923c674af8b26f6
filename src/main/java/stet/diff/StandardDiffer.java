package stet.diff;

import java.util.List;
import stet.article.ArticleVersion;

/** The differ of {@link Differs#standard()}. */
final class StandardDiffer implements Differ {
  private static final String VERSION = "stet-diff 1 icu 79.1";

  @Override
  public Revision diff(ArticleVersion before, ArticleVersion after) {
    if (!before.extractor().equals(after.extractor())) {
      throw new IllegalArgumentException(
          "versions read by '%s' and '%s' are not compared"
              .formatted(before.extractor(), after.extractor()));
    }
    List<Hunk> hunks = BlockHunks.of(TextDiffer.compare(BodyText.of(before), BodyText.of(after)));
    List<FieldChange> fields = FieldDiffer.changes(before, after);
    return new Revision(hunks, fields, WordCounts.of(hunks, fields));
  }

  @Override
  public List<Delta> diff(String before, String after) {
    return MoveNumbers.renumberDeltas(DeltaWriter.write(TextDiffer.compare(before, after)));
  }

  @Override
  public String version() {
    return VERSION;
  }
}
