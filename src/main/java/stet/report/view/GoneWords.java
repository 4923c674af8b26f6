package stet.report.view;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.diff.Delta;
import stet.diff.Hunk;
import stet.diff.Revision;

/**
 * Words that earlier versions had and that are gone, each at the place where it would stand in the
 * latest version, carried from version to version along the deltas. What moved is not gone, nor is
 * what came back to its place.
 */
public final class GoneWords {
  /** Characters kept; where there are more, what went first is dropped first. */
  static final int ROOM = 3_000;

  /**
   * A stretch that is gone.
   *
   * @param at offset in the block's text before which it stood; 0 for a whole block
   * @param version the version that was the first without it
   */
  record Gone(int at, String text, int version) {
    Gone moved(int to) {
      return new Gone(to, text, version);
    }
  }

  private List<String> texts;
  private List<List<Gone>> within;
  private List<List<Gone>> between;
  private int dropped;

  /** Begins with the first version, from which nothing is gone. */
  public GoneWords(ArticleVersion first) {
    texts = texts(first);
    within = lists(texts.size());
    between = lists(texts.size() + 1);
  }

  /** What is gone from within a block, in the order of its places. */
  List<Gone> within(int block) {
    return within.get(block);
  }

  /** The whole blocks that stood before a block; those at the end under the number of blocks. */
  List<Gone> before(int block) {
    return between.get(block);
  }

  boolean isEmpty() {
    return within.stream().allMatch(List::isEmpty) && between.stream().allMatch(List::isEmpty);
  }

  /** The last version whose removals are no longer kept; 0 where all are. */
  int dropped() {
    return dropped;
  }

  /** Goes on to the next version. */
  public void revise(Revision revision, ArticleVersion after, int version) {
    List<String> nextTexts = texts(after);
    List<List<Gone>> nextWithin = lists(nextTexts.size());
    List<List<Gone>> nextBetween = lists(nextTexts.size() + 1);
    int place = 0;
    for (Hunk hunk : revision.hunks()) {
      int here = hunk.after().isEmpty() ? place : hunk.after().get(0);
      for (int block : hunk.before()) {
        nextBetween.get(here).addAll(between.get(block));
      }
      if (hunk instanceof Hunk.Deleted deleted) {
        nextBetween.get(here).add(new Gone(0, texts.get(deleted.beforeBlock()), version));
      } else if (!hunk.after().isEmpty()) {
        carry(hunk, version, nextTexts, nextWithin);
        place = hunk.after().get(hunk.after().size() - 1) + 1;
      }
    }
    nextBetween.get(nextTexts.size()).addAll(between.get(texts.size()));
    Set<String> back = new HashSet<>();
    for (Hunk hunk : revision.hunks()) {
      if (hunk instanceof Hunk.Inserted) {
        back.add(nextTexts.get(hunk.after().get(0)));
      }
    }
    nextBetween.forEach(list -> list.removeIf(g -> back.contains(g.text())));
    texts = nextTexts;
    within = nextWithin;
    between = nextBetween;
    makeRoom();
  }

  private void carry(Hunk hunk, int version, List<String> nextTexts, List<List<Gone>> nextWithin) {
    List<Gone> old = joined(hunk.before());
    List<Gone> carried = new ArrayList<>();
    Map<String, List<Integer>> brought = new HashMap<>();
    int from = 0;
    int to = 0;
    int next = 0;
    for (Delta delta : hunk.deltas()) {
      int end = from + delta.before().length();
      for (; next < old.size() && old.get(next).at() < end; next++) {
        int into = isKept(delta) ? Math.min(old.get(next).at() - from, delta.after().length()) : 0;
        carried.add(old.get(next).moved(to + into));
      }
      if (delta.kind() == Delta.Kind.DELETED && !delta.before().isBlank()) {
        carried.add(new Gone(to, delta.before(), version));
      }
      if (delta.kind() == Delta.Kind.INSERTED) {
        brought.computeIfAbsent(delta.after().strip(), text -> new ArrayList<>()).add(to);
      }
      from = end;
      to += delta.after().length();
    }
    for (; next < old.size(); next++) {
      carried.add(old.get(next).moved(to));
    }
    carried.removeIf(g -> isBack(g, brought.getOrDefault(g.text().strip(), List.of())));
    part(carried, to, hunk.after(), nextTexts, nextWithin);
  }

  /** Whether the same words were put in where these are gone. */
  private static boolean isBack(Gone gone, List<Integer> places) {
    return places.stream()
        .anyMatch(at -> at <= gone.at() && gone.at() <= at + gone.text().length());
  }

  private static boolean isKept(Delta delta) {
    return delta.kind() == Delta.Kind.KEPT || delta.kind() == Delta.Kind.RESPELLED;
  }

  /** What is gone from some blocks, as if they were one with a line feed between each two. */
  private List<Gone> joined(List<Integer> blocks) {
    List<Gone> joined = new ArrayList<>();
    int start = 0;
    for (int block : blocks) {
      for (Gone gone : within.get(block)) {
        joined.add(gone.moved(start + gone.at()));
      }
      start += texts.get(block).length() + 1;
    }
    return joined;
  }

  /** The way back: gives each of the blocks its own. */
  private static void part(
      List<Gone> carried,
      int length,
      List<Integer> blocks,
      List<String> nextTexts,
      List<List<Gone>> nextWithin) {
    int whole = blocks.size() - 1;
    for (int block : blocks) {
      whole += nextTexts.get(block).length();
    }
    // A hunk that does not spell its blocks gives no places in them.
    if (whole != length) {
      return;
    }
    int start = 0;
    int next = 0;
    for (int block : blocks) {
      int end = start + nextTexts.get(block).length();
      for (; next < carried.size() && carried.get(next).at() <= end; next++) {
        Gone gone = carried.get(next);
        nextWithin.get(block).add(gone.moved(Math.max(0, gone.at() - start)));
      }
      start = end + 1;
    }
  }

  private void makeRoom() {
    while (size() > ROOM) {
      int first = Integer.MAX_VALUE;
      for (List<List<Gone>> lists : List.of(within, between)) {
        for (List<Gone> list : lists) {
          first = Math.min(first, list.stream().mapToInt(Gone::version).min().orElse(first));
        }
      }
      int oldest = first;
      within.forEach(list -> list.removeIf(g -> g.version() <= oldest));
      between.forEach(list -> list.removeIf(g -> g.version() <= oldest));
      dropped = oldest;
    }
  }

  private int size() {
    int size = 0;
    for (List<List<Gone>> lists : List.of(within, between)) {
      for (List<Gone> list : lists) {
        size += list.stream().mapToInt(g -> g.text().length()).sum();
      }
    }
    return size;
  }

  private static List<String> texts(ArticleVersion version) {
    return version.body().stream().map(Block::text).toList();
  }

  private static List<List<Gone>> lists(int count) {
    List<List<Gone>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }
}
