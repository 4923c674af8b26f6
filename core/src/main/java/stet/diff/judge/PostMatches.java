package stet.diff.judge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import stet.article.ArticleVersion;
import stet.article.LiveBlog;
import stet.text.VisibleText;

/**
 * Which posts of a live blog are which before and after: first those that say the same, wherever
 * they stand; then those of one time, of one subhead, and of mostly the same words.
 */
final class PostMatches {
  /** Posts that share this part of their words are one, edited. */
  private static final double ALIKE = 0.5;

  /** White space, and marks other than those of a number. */
  private static final Pattern MARKS =
      Pattern.compile("\\s+|(?<!\\p{Nd})[\\p{P}&&[^%‰]]|[\\p{P}&&[^%‰]](?!\\p{Nd})");

  /** So many posts are compared with each other by their words. */
  private static final int MOST_COMPARED = 60;

  private final ArticleVersion before;
  private final ArticleVersion after;
  private final List<LiveBlog.Post> old;
  private final List<LiveBlog.Post> now;

  /** The old post for each of now, -1 for none. */
  private final int[] mates;

  private final BitSet taken = new BitSet();
  private final BitSet edited = new BitSet();

  PostMatches(ArticleVersion before, ArticleVersion after) {
    this.before = before;
    this.after = after;
    this.old = before.liveBlog() == null ? List.of() : before.liveBlog().posts();
    this.now = after.liveBlog() == null ? List.of() : after.liveBlog().posts();
    this.mates = new int[now.size()];
    Arrays.fill(mates, -1);
    same();
    pair((a, b) -> a.time() != null && b.time() != null && a.time().iso().equals(b.time().iso()));
    pair((a, b) -> !a.headline().isEmpty() && a.headline().equals(b.headline()));
    alike();
  }

  /** Whether both versions show posts. */
  boolean live() {
    return !old.isEmpty() && !now.isEmpty();
  }

  private void same() {
    Map<String, Deque<Integer>> texts = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      texts.computeIfAbsent(key(before, old.get(i)), k -> new ArrayDeque<>()).add(i);
    }
    for (int j = 0; j < now.size(); j++) {
      Integer mate = texts.getOrDefault(key(after, now.get(j)), new ArrayDeque<>()).poll();
      if (mate != null) {
        mates[j] = mate;
        taken.set(mate);
      }
    }
  }

  /** Pairs what is left and has exactly one partner on either side. */
  private void pair(BiPredicate<LiveBlog.Post, LiveBlog.Post> partners) {
    for (int j = 0; j < now.size(); j++) {
      int mate = mates[j] < 0 ? only(old, taken, now.get(j), partners) : -1;
      if (mate >= 0 && only(now, matched(), old.get(mate), partners) == j) {
        join(j, mate);
      }
    }
  }

  private static int only(
      List<LiveBlog.Post> posts,
      BitSet gone,
      LiveBlog.Post post,
      BiPredicate<LiveBlog.Post, LiveBlog.Post> partners) {
    int found = -1;
    for (int i = gone.nextClearBit(0); i < posts.size(); i = gone.nextClearBit(i + 1)) {
      if (partners.test(posts.get(i), post)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found;
  }

  private BitSet matched() {
    BitSet matched = new BitSet();
    for (int j = 0; j < mates.length; j++) {
      matched.set(j, mates[j] >= 0);
    }
    return matched;
  }

  private void join(int j, int mate) {
    mates[j] = mate;
    taken.set(mate);
    edited.set(j);
  }

  private void alike() {
    int rest = old.size() - taken.cardinality();
    for (int j = 0; j < now.size() && rest <= MOST_COMPARED; j++) {
      if (mates[j] >= 0) {
        continue;
      }
      Set<String> words = words(after, now.get(j));
      int best = -1;
      double most = ALIKE;
      for (int i = taken.nextClearBit(0); i < old.size(); i = taken.nextClearBit(i + 1)) {
        double share = share(words, words(before, old.get(i)));
        if (share > most) {
          most = share;
          best = i;
        }
      }
      if (best >= 0) {
        join(j, best);
        rest--;
      }
    }
  }

  private static double share(Set<String> a, Set<String> b) {
    long both = a.stream().filter(b::contains).count();
    return a.isEmpty() || b.isEmpty() ? 0 : 2.0 * both / (a.size() + b.size());
  }

  private static Set<String> words(ArticleVersion version, LiveBlog.Post post) {
    return new HashSet<>(EditJudge.words(text(version, post)));
  }

  /** Letters, digits and the marks between digits: typography is no edit of a post. */
  private static String key(ArticleVersion version, LiveBlog.Post post) {
    return key(text(version, post));
  }

  private static String key(String text) {
    return MARKS.matcher(VisibleText.of(text).toLowerCase(Locale.ROOT)).replaceAll("");
  }

  private static String text(ArticleVersion version, LiveBlog.Post post) {
    StringBuilder text = new StringBuilder();
    for (int i = post.first(); i < post.first() + post.count() && i < version.body().size(); i++) {
      text.append(version.body().get(i).text()).append('\n');
    }
    return text.toString();
  }

  /** Posts that were not there before. */
  List<LiveBlog.Post> fresh() {
    List<LiveBlog.Post> fresh = new ArrayList<>();
    for (int j = 0; j < now.size(); j++) {
      if (mates[j] < 0) {
        fresh.add(now.get(j));
      }
    }
    return List.copyOf(fresh);
  }

  /**
   * Posts that were there before and say something else now.
   *
   * @param oldBlocks blocks of the old text in which a reader read other words
   * @param newBlocks blocks of the new text in which a reader reads other words
   */
  List<LiveBlog.Post> edited(Set<Integer> oldBlocks, Set<Integer> newBlocks) {
    return edited.stream()
        .filter(
            j ->
                newBlocks.stream().anyMatch(now.get(j)::holds)
                    || oldBlocks.stream().anyMatch(old.get(mates[j])::holds))
        .mapToObj(now::get)
        .toList();
  }

  /** Posts that are not there any more. */
  List<LiveBlog.Post> gone() {
    List<LiveBlog.Post> gone = new ArrayList<>();
    for (int i = taken.nextClearBit(0); i < old.size(); i = taken.nextClearBit(i + 1)) {
      gone.add(old.get(i));
    }
    return List.copyOf(gone);
  }

  /** Whether the posts that stayed stand in another order. */
  boolean reordered() {
    int last = -1;
    for (int mate : mates) {
      if (mate >= 0 && mate < last) {
        return true;
      }
      last = mate >= 0 ? mate : last;
    }
    return false;
  }

  /** Whether all that went are the oldest, and the page links to more than it shows. */
  boolean gonePaged() {
    int count = old.size() - taken.cardinality();
    if (count == 0 || after.liveBlog() == null || !after.liveBlog().more()) {
      return false;
    }
    boolean newestFirst = newestFirst();
    int from = newestFirst ? old.size() - count : 0;
    boolean end = taken.nextClearBit(from) == from && taken.nextSetBit(from) < 0;
    boolean start = taken.nextSetBit(0) < 0 || taken.nextSetBit(0) >= count;
    return (newestFirst ? end : start) && (count < old.size() || rolledOver());
  }

  private boolean newestFirst() {
    LiveBlog.Post first = old.get(0);
    LiveBlog.Post last = old.get(old.size() - 1);
    return first.time() == null
        || last.time() == null
        || first.time().local().compareTo(last.time().local()) >= 0;
  }

  /** Whether every post that stands there now is later than all that stood there. */
  private boolean rolledOver() {
    return now.stream()
        .allMatch(
            n ->
                n.time() != null
                    && old.stream()
                        .allMatch(
                            o -> o.time() != null && o.time().local().isBefore(n.time().local())));
  }

  /** Whether what stands outside the posts, such as a summary on top, says the same. */
  boolean restSame() {
    return key(outside(before, old)).equals(key(outside(after, now)));
  }

  private static String outside(ArticleVersion version, Collection<LiveBlog.Post> posts) {
    BitSet held = new BitSet();
    posts.forEach(p -> held.set(p.first(), p.first() + p.count()));
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < version.body().size(); i++) {
      text.append(held.get(i) ? "" : version.body().get(i).text() + '\n');
    }
    return text.toString();
  }
}
