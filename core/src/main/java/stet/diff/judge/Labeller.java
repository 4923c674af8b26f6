package stet.diff.judge;

import java.util.List;
import stet.article.ArticleVersion;
import stet.diff.Label;

/** Says what kind of edit a revision is, by the rules of {@link Label.Kind}. */
public interface Labeller {
  /**
   * The labels of one revision, exactly one of family disclosure among them and first.
   *
   * @param earlier the versions before the old one, to recognise a return to one of them
   */
  List<Label> label(JudgedRevision judged, Earlier earlier);

  /**
   * The same.
   *
   * @param earlier the versions before the old one, oldest first
   */
  default List<Label> label(JudgedRevision judged, List<ArticleVersion> earlier) {
    return label(judged, Earlier.of(earlier));
  }
}
