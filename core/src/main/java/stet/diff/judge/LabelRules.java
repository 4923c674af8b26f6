package stet.diff.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import stet.article.Block;
import stet.article.StatedDate;
import stet.diff.Counts;
import stet.diff.Delta;
import stet.diff.Edit;
import stet.diff.FieldChange;
import stet.diff.FieldChange.Field;
import stet.diff.Hunk;
import stet.diff.Label.Kind;
import stet.diff.PlainDate;
import stet.diff.judge.StatedTimes.Update;
import stet.diff.word.Tokenizer;

/**
 * Every label with the condition under which it holds, as a table. The sentence a reader sees
 * stands with the {@link Kind}.
 */
public final class LabelRules {
  /** Of the disclosure rules the first that holds is the label; the last always does. */
  record Disclosure(Kind kind, Predicate<Facts> holds, Function<Facts, String> sees) {
    Disclosure(Kind kind, Predicate<Facts> holds) {
      this(kind, holds, f -> "");
    }
  }

  static final List<Disclosure> DISCLOSURE =
      List.of(
          new Disclosure(Kind.NOTICED, f -> !f.notices().isEmpty()),
          new Disclosure(Kind.POSTED, f -> f.posts.course() && !f.posts.fresh().isEmpty()),
          new Disclosure(Kind.STAMPED, f -> edited(f, Update.MOVED)),
          new Disclosure(Kind.PUBLISHED_MOVED, f -> f.isSubstantive() && f.stated.publishedMoved()),
          new Disclosure(Kind.SILENT, f -> edited(f, Update.STOOD)),
          new Disclosure(Kind.NO_UPDATE_TIME, f -> edited(f, Update.NONE)),
          new Disclosure(Kind.CANNOT_TELL, Facts::isSubstantive, f -> f.stated.why()),
          new Disclosure(Kind.RESTAMPED, LabelRules::anyDateMoved),
          new Disclosure(Kind.COSMETIC, f -> true));

  /** Of the substance rules each that holds gives a label, with what it saw in words. */
  record Substance(Kind kind, Function<Facts, Optional<String>> sees) {}

  static final List<Substance> SUBSTANCE =
      List.of(
          new Substance(Kind.BACKDATED, f -> publishedMoved(f, true)),
          new Substance(Kind.POSTDATED, f -> publishedMoved(f, false)),
          new Substance(Kind.UN_NOTICED, LabelRules::noticeGone),
          new Substance(Kind.ACKNOWLEDGED, f -> NoticeCheck.shared(f).filter(s -> !s.isEmpty())),
          new Substance(
              Kind.UNEXPLAINED,
              f -> NoticeCheck.unexplained(f) ? Optional.of("") : Optional.empty()),
          new Substance(Kind.CORRECTION, LabelRules::correction),
          new Substance(Kind.REVERT, LabelRules::revert),
          new Substance(Kind.OSCILLATION, LabelRules::oscillation),
          new Substance(Kind.HEADLINE, f -> field(f, Edit.Place.HEADLINE)),
          new Substance(Kind.DEK, f -> field(f, Edit.Place.DEK)),
          new Substance(Kind.LEDE, f -> field(f, Edit.Place.LEDE)),
          edited(Kind.NUMBER),
          edited(Kind.DATE_TIME),
          edited(Kind.NAME),
          edited(Kind.QUOTATION),
          edited(Kind.ATTRIBUTION),
          edited(Kind.HEDGE),
          edited(Kind.NEGATION),
          edited(Kind.DEATH_OR_GUILT),
          edited(Kind.WORDING),
          new Substance(Kind.PARAGRAPH_ADDED, f -> paragraphs(f, Hunk.Inserted.class)),
          new Substance(Kind.PARAGRAPH_REMOVED, f -> paragraphs(f, Hunk.Deleted.class)),
          new Substance(Kind.PARAGRAPH_MOVED, f -> paragraphs(f, Hunk.Moved.class)),
          new Substance(Kind.REWRITE, LabelRules::rewrite),
          new Substance(Kind.DEVELOPING, LabelRules::developing),
          new Substance(Kind.LIVE_POST, LabelRules::livePost),
          new Substance(Kind.POST_EDITED, f -> f.posts.editedInWords()),
          new Substance(Kind.BYLINE, f -> field(f, Edit.Place.BYLINE)),
          new Substance(Kind.CAPTION, f -> field(f, Edit.Place.CAPTION)),
          new Substance(Kind.PICTURE, LabelRules::picture),
          edited(Kind.LINK),
          edited(Kind.TYPOGRAPHY),
          edited(Kind.CLOCK),
          new Substance(Kind.PARTLY_JUDGED, LabelRules::partlyJudged));

  /** A story that grew by this many words, with a fifth of it taken away at most, is developing. */
  private static final int GROWN = 60;

  /** A text of which less than this share is left was rewritten. */
  private static final double LEFT_OF_A_REWRITE = 0.3;

  private static final int REWRITTEN = 50;
  private static final int POSTS_OF_A_LIVE_BLOG = 3;
  private static final Pattern POST =
      Pattern.compile(
          "^\\p{Nd}{1,2}[:.h]\\p{Nd}{2}(?: ?[ap]\\.?m\\.?)?(?:\\b|$).*", Pattern.DOTALL);

  private LabelRules() {}

  private static Substance edited(Kind kind) {
    return new Substance(kind, f -> f.edit(kind).map(Phrases::change));
  }

  private static boolean edited(Facts f, Update update) {
    return f.isSubstantive() && f.stated.update() == update;
  }

  private static boolean anyDateMoved(Facts f) {
    return f.revision.fields().stream().anyMatch(c -> c.field().isStatedDate());
  }

  private static Optional<String> publishedMoved(Facts f, boolean back) {
    Optional<StatedDate> was = f.before.published();
    Optional<StatedDate> is = f.after.published();
    if (was.isEmpty() || is.isEmpty() || f.changes(Field.PUBLISHED).findAny().isEmpty()) {
      return Optional.empty();
    }
    boolean earlier = is.get().end().compareTo(was.get().end()) < 0;
    return earlier == back
        ? Optional.of(PlainDate.way(was.get().iso(), is.get().iso()))
        : Optional.empty();
  }

  private static Optional<String> noticeGone(Facts f) {
    return f.changes(Field.NOTICE)
        .filter(c -> c.after().isEmpty())
        .map(c -> Phrases.quote(c.before()))
        .findFirst();
  }

  private static Optional<String> correction(Facts f) {
    List<String> fresh = f.notices().stream().map(FieldChange::after).toList();
    return f.after.notices().stream()
        .filter(n -> fresh.contains(n.text()))
        .filter(n -> n.kind().compareTo(stet.article.Notice.Kind.CLARIFICATION) <= 0)
        .map(n -> Phrases.quote(n.text()))
        .findFirst();
  }

  private static Optional<String> revert(Facts f) {
    int number = Facts.sameText(f.before, f.after) ? 0 : f.earlier.latest(f.after);
    return number == 0 ? Optional.empty() : Optional.of("text of version " + number);
  }

  private static Optional<String> oscillation(Facts f) {
    if (revert(f).isEmpty() || f.earlier.latest(f.before) == 0) {
      return Optional.empty();
    }
    long times = f.earlier.count(f.after);
    return Optional.of("this text was seen " + Phrases.count(times, "time", "times") + " before");
  }

  private static Optional<String> field(Facts f, Edit.Place place) {
    return f.edits.stream()
        .filter(j -> j.edit().place() == place && j.isSubstantive())
        .filter(j -> !f.posts.brought(j.edit(), f.revision))
        .map(j -> Phrases.change(j.edit()))
        .findFirst();
  }

  private static Optional<String> paragraphs(Facts f, Class<? extends Hunk> type) {
    if (f.posts.course()) {
      return Optional.empty();
    }
    long n = f.hunks(type).filter(h -> hasWords(h)).count();
    return n == 0 ? Optional.empty() : Optional.of(Phrases.count(n, "paragraph", "paragraphs"));
  }

  /** Whether a hunk holds a word, and no mere marks. */
  public static boolean hasWords(Hunk hunk) {
    return hunk.deltas().stream()
        .anyMatch(
            d ->
                d.kind() != Delta.Kind.MOVED_FROM
                    && d.kind() != Delta.Kind.MOVED_TO
                    && Tokenizer.countWords(d.before() + " " + d.after()) > 0);
  }

  private static Optional<String> rewrite(Facts f) {
    Counts c = f.revision.counts();
    int old = c.deleted() + c.moved() + c.kept();
    boolean holds =
        !f.posts.course()
            && c.deleted() >= REWRITTEN
            && c.inserted() >= REWRITTEN
            && c.kept() + c.moved() < LEFT_OF_A_REWRITE * old;
    return holds
        ? Optional.of((c.kept() + c.moved()) + " of " + old + " words are left")
        : Optional.empty();
  }

  private static Optional<String> developing(Facts f) {
    Counts c = f.revision.counts();
    boolean holds =
        !f.posts.course()
            && c.inserted() >= GROWN
            && c.deleted() * 5 <= c.inserted()
            && c.kept() > 0;
    return holds
        ? Optional.of(c.inserted() + " words came, " + c.deleted() + " went")
        : Optional.empty();
  }

  private static Optional<String> livePost(Facts f) {
    return f.posts.cameInWords().or(() -> printedTimes(f));
  }

  private static String posts(long count) {
    return Phrases.count(count, "post", "posts");
  }

  /** Posts told by the times before their words, where the markup did not part them. */
  private static Optional<String> printedTimes(Facts f) {
    long posts =
        f.after.body().stream().map(Block::text).filter(t -> POST.matcher(t).matches()).count();
    long fresh =
        f.hunks(Hunk.Inserted.class)
            .map(h -> Revisions.afterText(h.deltas()))
            .filter(t -> POST.matcher(t).matches())
            .count();
    return posts >= POSTS_OF_A_LIVE_BLOG && fresh > 0
        ? Optional.of(posts(fresh))
        : Optional.empty();
  }

  private static Optional<String> picture(Facts f) {
    List<String> what = new ArrayList<>();
    f.changes(Field.IMAGE)
        .forEach(
            c ->
                what.add(
                    c.before().isEmpty() ? "added" : c.after().isEmpty() ? "removed" : "replaced"));
    return what.stream().distinct().reduce((a, b) -> a + ", " + b);
  }

  private static Optional<String> partlyJudged(Facts f) {
    boolean words = f.edits.stream().anyMatch(Judged::isSubstantive);
    if (!words || f.lists.isPresent()) {
      return Optional.empty();
    }
    String known = f.after.language();
    String guessed = f.after.isLanguageGuessed() ? ", guessed from the text" : "";
    return Optional.of(known.isEmpty() ? "language unknown" : known + guessed);
  }
}
