package stet.report.view;

import java.util.ArrayList;
import java.util.List;
import stet.diff.Revision;
import stet.notes.Annotation;
import stet.notes.Quote;
import stet.notes.Quotes;
import stet.notes.Remark;
import stet.report.page.Link;
import stet.report.page.NoteForm;
import stet.report.page.NoteView;
import stet.report.words.Times;
import stet.text.OneLine;
import stet.text.Truncation;

/** What people said of revisions, as shown. */
public final class NoteViews {
  private static final int WORDS = 300;
  private static final int PASSAGE = 60;
  private static final int MOST_PASSAGES = 200;

  private NoteViews() {}

  /** Annotations of one revision. */
  public static List<NoteView> of(List<Annotation> annotations, Times times) {
    return annotations.stream().map(a -> of(a, times)).toList();
  }

  private static NoteView of(Annotation annotation, Times times) {
    Remark remark = annotation.remark();
    Quote quote = annotation.subject().quote();
    String when = times.stamp(annotation.modifiedAt()) + " " + times.zoneName();
    return new NoteView(
        annotation.id(),
        remark.verdict(),
        remark.important(),
        remark.text().isEmpty() ? List.of() : remark.text().lines().toList(),
        Truncation.shortened(quote.removed(), WORDS),
        Truncation.shortened(quote.inserted(), WORDS),
        remark.author().isEmpty() ? when : remark.author() + ", " + when);
  }

  /** The form of a revision. */
  static NoteForm form(NoteForm.Desk desk, int version, Revision revision) {
    List<Link> passages = new ArrayList<>();
    for (Quote quote : Quotes.of(revision)) {
      if (passages.size() == MOST_PASSAGES) {
        break;
      }
      passages.add(new Link(String.valueOf(passages.size() + 1), passage(quote)));
    }
    return new NoteForm(desk.token(), version, desk.verdicts(), passages, desk.author());
  }

  private static String passage(Quote quote) {
    String removed = Truncation.shortened(OneLine.of(quote.removed()), PASSAGE);
    String inserted = Truncation.shortened(OneLine.of(quote.inserted()), PASSAGE);
    if (removed.isEmpty()) {
      return "added: " + inserted;
    }
    return inserted.isEmpty() ? "removed: " + removed : removed + " → " + inserted;
  }
}
