package stet.story;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Joins addresses that showed nearly the same text: those that differ only by scheme, {@code www}
 * or a closing slash, and those of which one leads to the other though their names have no
 * likeness. Equal text alone joins nothing, since outlets share stories. Whether a pair is joined
 * depends on all texts that both ever showed, so no order of arrival changes it. One for each
 * batch: what is remembered of states holds within one transaction only.
 */
public final class TextEvidence {
  private static final int REMEMBERED = 10_000;

  private final TextIndex texts;
  private final AddressIndex index;
  private final AddressBook addresses;

  /** Whether two states are near, since several addresses may have shown them. */
  private final Map<StatePair, Boolean> judged =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StatePair, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record StatePair(long one, long other) {}

  /** What is known of two addresses, since one pair is looked at with each new capture. */
  private static final class Looked {
    boolean near;
    final Set<Long> from = new HashSet<>();
    final Set<Long> to = new HashSet<>();
  }

  private final Map<AddressPair, Looked> hinted = new HashMap<>();
  private final Map<AddressPair, Looked> twins = new HashMap<>();

  /**
   * @param texts what captures showed
   * @param index the addresses of {@code addresses}
   */
  public TextEvidence(TextIndex texts, AddressIndex index, AddressBook addresses) {
    this.texts = texts;
    this.index = index;
    this.addresses = addresses;
  }

  /**
   * Takes in a capture that was just added.
   *
   * @param row its number
   * @param touched gets the numbers of articles that won, lost or changed captures
   */
  public void take(long row, Told told, Set<Long> touched) {
    told.hint()
        .ifPresent(
            pair -> {
              Long landed =
                  told.reading() instanceof Reading.Landed l ? texts.stateOf(l.version()) : null;
              texts.hint(row, pair, told.sortKey(), landed);
              join(pair, touched);
            });
    if (told.reading() instanceof Reading.Shown) {
      look(told.address(), touched);
    }
  }

  /** Holds the texts of an address that got another one against those of its neighbours. */
  private void look(String address, Set<Long> touched) {
    texts.hintsWith(address).forEach(pair -> join(pair, touched));
    for (String twin : index.known(TwinAddresses.of(address))) {
      twins(address, twin, touched);
    }
  }

  private void join(AddressPair pair, Set<Long> touched) {
    List<Long> from = texts.statesAt(pair.from());
    Looked looked = hinted.computeIfAbsent(pair, p -> new Looked());
    if (looked.near || near(looked, from, endOf(pair))) {
      touched.addAll(texts.confirm(pair));
      addresses.claim(
          new ArticleIdentity.Claim(pair.from(), pair.to(), AddressRule.SAME_TEXT),
          texts.hintedAt(pair),
          touched);
      if (!texts.statesAt(pair.from()).equals(from)) {
        // Pages at the end of a redirect now count as texts of the address that was asked.
        look(pair.from(), touched);
      }
    }
  }

  private List<Long> endOf(AddressPair pair) {
    return Stream.concat(texts.statesAt(pair.to()).stream(), texts.landed(pair).stream())
        .distinct()
        .toList();
  }

  private void twins(String one, String other, Set<Long> touched) {
    boolean first = TwinAddresses.ORDER.compare(one, other) < 0;
    AddressPair pair = first ? new AddressPair(other, one) : new AddressPair(one, other);
    Looked looked = twins.computeIfAbsent(pair, p -> new Looked());
    if (looked.near || near(looked, texts.statesAt(pair.from()), texts.statesAt(pair.to()))) {
      addresses.twin(pair.from(), pair.to(), touched);
    }
  }

  /**
   * Whether any two texts are near. Addresses never lose a text, so that only those have to be held
   * against the others which were not here when the two were last looked at.
   */
  private boolean near(Looked looked, List<Long> from, List<Long> to) {
    List<Long> freshFrom = from.stream().filter(s -> !looked.from.contains(s)).toList();
    List<Long> freshTo = to.stream().filter(s -> !looked.to.contains(s)).toList();
    looked.near = near(freshFrom, to) || near(looked.from, freshTo);
    looked.from.addAll(freshFrom);
    looked.to.addAll(freshTo);
    return looked.near;
  }

  private boolean near(Collection<Long> ones, Collection<Long> others) {
    return ones.stream().anyMatch(a -> others.stream().anyMatch(b -> near(a, b)));
  }

  private boolean near(long a, long b) {
    return judged.computeIfAbsent(
        new StatePair(Math.min(a, b), Math.max(a, b)),
        p -> SameText.near(texts.state(p.one()), texts.state(p.other())));
  }
}
