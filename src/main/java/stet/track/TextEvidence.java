package stet.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import stet.capture.Capture;
import stet.store.HintTable.Pair;
import stet.store.Tables;

/**
 * Joins addresses that showed nearly the same text: those that differ only by scheme, {@code www}
 * or a closing slash, and those of which one leads to the other though their names have no
 * likeness. Equal text alone joins nothing, since outlets share stories. Whether a pair is joined
 * depends on all texts that both ever showed, so no order of arrival changes it. One for each
 * batch: what is remembered of states holds within one transaction only.
 */
final class TextEvidence {
  private static final int REMEMBERED = 10_000;

  private final Tables tables;
  private final AddressBook addresses;

  /**
   * Whether two states are near, since one pair of addresses is looked at with each new capture.
   */
  private final Map<StatePair, Boolean> judged =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StatePair, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record StatePair(long one, long other) {}

  TextEvidence(Tables tables, AddressBook addresses) {
    this.tables = tables;
    this.addresses = addresses;
  }

  /**
   * Takes in a capture that was just added.
   *
   * @param row its number
   * @param address under which it counts
   * @param touched gets the numbers of articles that won, lost or changed captures
   */
  void take(long row, Capture capture, Reading reading, String address, Set<Long> touched) {
    ArticleIdentity.hint(capture, reading)
        .ifPresent(
            hint -> {
              Pair pair = new Pair(hint.from(), hint.to());
              Long landed =
                  reading instanceof Reading.Landed l ? tables.states().idOf(l.version()) : null;
              tables.hints().add(row, pair, AddressBook.sortKey(capture), landed);
              join(pair, touched);
            });
    if (reading instanceof Reading.Shown) {
      tables.hints().with(address).forEach(pair -> join(pair, touched));
      for (String twin : tables.addresses().known(TwinAddresses.of(address))) {
        twins(address, twin, touched);
      }
    }
  }

  private void join(Pair pair, Set<Long> touched) {
    List<Long> from = tables.captures().statesAt(pair.from());
    List<Long> to =
        Stream.concat(
                tables.captures().statesAt(pair.to()).stream(),
                tables.hints().landed(pair).stream())
            .distinct()
            .toList();
    if (near(from, to)) {
      touched.addAll(tables.hints().confirm(pair));
      addresses.claim(
          new ArticleIdentity.Claim(pair.from(), pair.to(), AddressRule.SAME_TEXT),
          tables.hints().statedAt(pair),
          touched);
    }
  }

  private void twins(String one, String other, Set<Long> touched) {
    if (near(tables.captures().statesAt(one), tables.captures().statesAt(other))) {
      boolean first = TwinAddresses.ORDER.compare(one, other) < 0;
      addresses.twin(first ? other : one, first ? one : other, touched);
    }
  }

  private boolean near(List<Long> ones, List<Long> others) {
    return ones.stream().anyMatch(a -> others.stream().anyMatch(b -> near(a, b)));
  }

  private boolean near(long a, long b) {
    return judged.computeIfAbsent(
        new StatePair(Math.min(a, b), Math.max(a, b)),
        p -> SameText.near(tables.states().get(p.one()), tables.states().get(p.other())));
  }
}
