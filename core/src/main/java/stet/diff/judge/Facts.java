package stet.diff.judge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import stet.article.ArticleVersion;
import stet.diff.BodyText;
import stet.diff.Delta;
import stet.diff.Edit;
import stet.diff.FieldChange;
import stet.diff.FieldChange.Field;
import stet.diff.Hunk;
import stet.diff.Label;
import stet.diff.Revision;
import stet.diff.word.FunctionWords;

/** What the label rules look at: two versions, the revision between them, its edits judged. */
public final class Facts {
  public final ArticleVersion before;
  public final ArticleVersion after;
  public final Revision revision;
  final Earlier earlier;
  public final List<Judged> edits;
  final Optional<WordLists> lists;
  final NameSense names;
  public final LivePosts posts;
  final StatedTimes stated;

  Facts(ArticleVersion before, ArticleVersion after, Revision revision, @Nullable Sight sight) {
    this.before = before;
    this.after = after;
    this.revision = revision;
    this.earlier = Earlier.of(List.of());
    this.lists = lists(after);
    this.names = new NameSense(before, after);
    List<Judged> all = judged(Edits.of(before, after, revision), new EditJudge(lists, names));
    this.posts = LivePosts.of(before, after, revision, all);
    // What comes and goes with whole posts edits nothing that stood there.
    this.edits = posts.course() ? all.stream().filter(j -> !j.isSubstantive()).toList() : all;
    this.stated = new StatedTimes(before, after, sight);
  }

  private static List<Judged> judged(List<Edit> edits, EditJudge judge) {
    Map<String, Elsewhere> fields = new HashMap<>();
    edits.forEach(e -> elsewhere(fields, e).add(e));
    List<Judged> judged = new ArrayList<>();
    for (Edit edit : edits) {
      Elsewhere beside = elsewhere(fields, edit);
      judged.add(new Judged(edit, judge.kinds(edit, beside), beside.moved(edit)));
    }
    return List.copyOf(judged);
  }

  private static Elsewhere elsewhere(Map<String, Elsewhere> fields, Edit edit) {
    return fields.computeIfAbsent(field(edit), f -> new Elsewhere());
  }

  /** One name for all edits of a field, or of the passage that a hunk tells of. */
  private static String field(Edit edit) {
    // There may be many captions, and a number that went from one to another did not stay.
    boolean caption = edit.place() == Edit.Place.CAPTION;
    return edit.place() + " " + edit.hunk() + (caption ? edit.left() + edit.right() : "");
  }

  private Facts(Facts facts, Earlier earlier) {
    this.before = facts.before;
    this.after = facts.after;
    this.revision = facts.revision;
    this.earlier = earlier;
    this.lists = facts.lists;
    this.names = facts.names;
    this.edits = facts.edits;
    this.posts = facts.posts;
    this.stated = facts.stated;
  }

  /** Whether the page is a live blog, which is meant to grow. */
  public boolean isLive() {
    return after.liveBlog() != null;
  }

  /** The same with the versions before the old one. */
  Facts withEarlier(Earlier earlier) {
    return new Facts(this, earlier);
  }

  /**
   * The lists of the version's language, stated or guessed; where the page states one that has no
   * lists although the text is plainly in another, those of that one.
   */
  private static Optional<WordLists> lists(ArticleVersion after) {
    Optional<WordLists> known = WordLists.of(after.language());
    boolean stated = !after.language().isEmpty() && !after.isLanguageGuessed();
    return known.isPresent() || !stated ? known : WordLists.of(FunctionWords.plainly(text(after)));
  }

  private static String text(ArticleVersion version) {
    return version.headline() + '\n' + version.dek() + '\n' + BodyText.of(version);
  }

  /** Whether words, pictures or the order of paragraphs changed: more than dates and layout. */
  public boolean isSubstantive() {
    if (posts.course()) {
      return !posts.fresh().isEmpty();
    }
    return edits.stream().anyMatch(Judged::isSubstantive)
        || hunks(Hunk.Moved.class).findAny().isPresent()
        || movedSentences()
        || changes(Field.IMAGE).findAny().isPresent()
        || noticeGone();
  }

  private boolean movedSentences() {
    return revision.hunks().stream()
        .flatMap(h -> h.deltas().stream())
        .anyMatch(d -> d.kind() == Delta.Kind.MOVED_TO);
  }

  boolean noticeGone() {
    return changes(Field.NOTICE).anyMatch(c -> c.after().isEmpty());
  }

  /** Notices that are new or say something else than before. */
  public List<FieldChange> notices() {
    return changes(Field.NOTICE).filter(c -> !c.after().isEmpty()).toList();
  }

  public Stream<FieldChange> changes(Field field) {
    return revision.fields().stream().filter(c -> c.field() == field);
  }

  public Optional<FieldChange> change(Field field) {
    return changes(field).findFirst();
  }

  public <T extends Hunk> Stream<T> hunks(Class<T> type) {
    return revision.hunks().stream().filter(type::isInstance).map(type::cast);
  }

  /** The first edit of that kind, in reading order. */
  Optional<Edit> edit(Label.Kind kind) {
    return edits.stream().filter(j -> j.kinds().contains(kind)).map(Judged::edit).findFirst();
  }

  static boolean sameText(ArticleVersion a, ArticleVersion b) {
    return a.headline().equals(b.headline())
        && a.dek().equals(b.dek())
        && a.body().size() == b.body().size()
        && IntStream.range(0, a.body().size())
            .allMatch(i -> a.body().get(i).text().equals(b.body().get(i).text()));
  }
}
