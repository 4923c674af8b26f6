package stet.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.Differ;
import stet.diff.Hunk;
import stet.diff.Revision;
import stet.diff.standard.Differs;
import stet.diff.word.Words;

/**
 * Goes through the versions of an article and keeps the history of every word. Only what a revision
 * changed is looked at, so that a thousand versions cost what was changed in them. Used by one
 * thread at a time.
 */
public final class BlameWalk {
  private static final Differ DIFFER = Differs.standard();

  private final BlameHistory history = new BlameHistory();
  private final int atFirst;
  private int version = 1;
  private List<BlameAtom> headline;
  private List<BlameAtom> dek;
  private List<List<BlameAtom>> blocks = new ArrayList<>();

  /** Begins with the first version, all of which is its own. */
  public BlameWalk(ArticleVersion first) {
    headline = BlameAtom.fresh(first.headline(), 1);
    dek = BlameAtom.fresh(first.dek(), 1);
    for (Block block : first.body()) {
      blocks.add(BlameAtom.fresh(block.text(), 1));
    }
    history.remember(headline);
    history.remember(dek);
    blocks.forEach(history::remember);
    atFirst = words(word -> true);
  }

  /**
   * Goes on to the next version.
   *
   * @param revision leads from the version before to {@code after}
   */
  public void revise(Revision revision, ArticleVersion after) {
    version++;
    // A revision leaves a headline out that was only respelled, so that it is compared here.
    BlameGrowth top = growth(headline, after.headline(), LifeLine.Place.HEADLINE);
    BlameGrowth second = growth(dek, after.dek(), LifeLine.Place.DEK);
    List<Hunk> changed = revision.hunks().stream().filter(h -> !isKept(h)).toList();
    List<BlameGrowth> growths = changed.stream().map(this::growth).toList();

    // All that left must be known before anything can be found to have come back.
    Map<Integer, Deque<BlameWord>> moved = new HashMap<>();
    Map<Integer, Deque<BlameWord>> movedInTop = new HashMap<>();
    Map<Integer, Deque<BlameWord>> movedInSecond = new HashMap<>();
    growths.forEach(g -> g.leave(version, history, moved));
    top.leave(version, history, movedInTop);
    second.leave(version, history, movedInSecond);

    List<List<BlameAtom>> fresh = new ArrayList<>();
    headline = checked(top.grow(version, movedInTop), after.headline(), fresh);
    dek = checked(second.grow(version, movedInSecond), after.dek(), fresh);
    Map<Integer, List<BlameAtom>> grown = new HashMap<>();
    for (int i = 0; i < changed.size(); i++) {
      List<List<BlameAtom>> parts = BlameGrowth.blocks(growths.get(i).grow(version, moved));
      List<Integer> places = changed.get(i).after();
      for (int k = 0; k < Math.min(parts.size(), places.size()); k++) {
        grown.put(places.get(k), parts.get(k));
      }
    }
    blocks = next(revision, after, grown, fresh);
    fresh.forEach(part -> history.recognise(part, version));
    fresh.forEach(history::remember);
  }

  private List<List<BlameAtom>> next(
      Revision revision,
      ArticleVersion after,
      Map<Integer, List<BlameAtom>> grown,
      List<List<BlameAtom>> fresh) {
    Map<Integer, List<BlameAtom>> kept = new HashMap<>();
    for (Hunk hunk : revision.hunks()) {
      if (isKept(hunk)) {
        kept.put(hunk.after().get(0), blocks.get(hunk.before().get(0)));
      }
    }
    List<List<BlameAtom>> next = new ArrayList<>();
    for (int i = 0; i < after.body().size(); i++) {
      List<BlameAtom> same = kept.get(i);
      String text = after.body().get(i).text();
      next.add(same != null ? same : checked(grown.getOrDefault(i, List.of()), text, fresh));
    }
    return next;
  }

  /** Words that do not spell the text were never there: all of it is then taken for new. */
  private List<BlameAtom> checked(List<BlameAtom> grown, String text, List<List<BlameAtom>> fresh) {
    List<BlameAtom> part =
        BlameAtom.text(grown).equals(text) ? grown : BlameAtom.fresh(text, version);
    for (BlameWord word : BlameAtom.words(part)) {
      if (word.isGone()) {
        word.comeBack(version);
      }
    }
    fresh.add(part);
    return part;
  }

  private static boolean isKept(Hunk hunk) {
    return hunk instanceof Hunk.Kept
        && hunk.deltas().stream().allMatch(d -> d.kind() == Delta.Kind.KEPT);
  }

  private BlameGrowth growth(List<BlameAtom> old, String after, LifeLine.Place place) {
    List<Delta> deltas = DIFFER.diff(BlameAtom.text(old), after);
    return new BlameGrowth(old, deltas, place, 0);
  }

  private BlameGrowth growth(Hunk hunk) {
    List<BlameAtom> old = new ArrayList<>();
    for (int i = 0; i < hunk.before().size(); i++) {
      if (i > 0) {
        old.add(new BlameAtom("\n", null));
      }
      old.addAll(blocks.get(hunk.before().get(i)));
    }
    int paragraph = hunk.before().isEmpty() ? 0 : hunk.before().get(0) + 1;
    return new BlameGrowth(old, hunk.deltas(), LifeLine.Place.BODY, paragraph);
  }

  /** Which version brought each word of the version reached. */
  public Blame blame() {
    return new Blame(
        version,
        Blame.spans(headline),
        Blame.spans(dek),
        blocks.stream().map(Blame::spans).toList());
  }

  /** The stretches of one block of the version reached; they spell its text. */
  public List<Blame.Span> block(int number) {
    return Blame.spans(blocks.get(number));
  }

  /** How much of the first version stands in the version reached. */
  public Standing standing() {
    return new Standing(atFirst, words(word -> word.since == 1), words(word -> true));
  }

  private int words(Predicate<BlameWord> counted) {
    // A word that was cut in two by an edit is still one.
    Set<BlameWord> words = Collections.newSetFromMap(new IdentityHashMap<>());
    Stream.concat(Stream.of(headline, dek), blocks.stream())
        .flatMap(List::stream)
        .filter(a -> a.word() != null && counted.test(a.word()) && Words.count(a.text()) > 0)
        .forEach(a -> words.add(a.word()));
    return words.size();
  }

  /** What has left so far, in the order in which it left. */
  public List<LifeLine> lifeLines() {
    return history.lifeLines();
  }
}
