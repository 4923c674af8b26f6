package stet.diff.hunk;

import com.ibm.icu.util.VersionInfo;
import java.util.List;
import stet.article.ArticleVersion;
import stet.diff.BodyText;
import stet.diff.Delta;
import stet.diff.Differ;
import stet.diff.FieldChange;
import stet.diff.Hunk;
import stet.diff.Revision;

/** The differ of {@link stet.diff.standard.Differs#standard()}. */
public final class StandardDiffer implements Differ {
  // Where words end in scripts without spaces depends on ICU's dictionaries.
  private static final String VERSION =
      "stet-diff 7 icu "
          + VersionInfo.ICU_VERSION.getMajor()
          + "."
          + VersionInfo.ICU_VERSION.getMinor();

  @Override
  public Revision diff(ArticleVersion before, ArticleVersion after) {
    if (!before.extractor().equals(after.extractor())) {
      throw new IllegalArgumentException(
          "versions read by '%s' and '%s' are not compared"
              .formatted(before.extractor(), after.extractor()));
    }
    List<Hunk> hunks = Told.hunks(BodyText.of(before), BodyText.of(after)).parts();
    List<FieldChange> fields = FieldDiffer.changes(before, after);
    return new Revision(hunks, fields, WordCounts.of(hunks, fields));
  }

  @Override
  public List<Delta> diff(String before, String after) {
    return MoveNumbers.renumberDeltas(Told.deltas(before, after).parts());
  }

  @Override
  public String version() {
    return VERSION;
  }
}
