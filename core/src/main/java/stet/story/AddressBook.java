package stet.story;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import stet.story.AddressIndex.Pointer;
import stet.timeline.TrackedArticle;

/**
 * Which address belongs to which article. Each address stands for itself, or for the one that the
 * latest of its captures points to by a redirect or canonical link which a rule accepts; an article
 * is named after the address at the end. When that changes, captures move from one article to
 * another. What is known at the end depends on the captures alone, not on their order of arrival.
 */
public final class AddressBook {
  private final AddressIndex addresses;

  /** The addresses of an index, which alone remembers. */
  public AddressBook(AddressIndex addresses) {
    this.addresses = addresses;
  }

  /**
   * The number of the article to which an address belongs, both added if they are new.
   *
   * @param touched gets the numbers of articles that won or lost captures, and loses those that are
   *     no more
   */
  public long place(String address, Set<Long> touched) {
    Optional<Long> known = addresses.articleAt(address);
    if (known.isPresent()) {
      return known.get();
    }
    addresses.add(address);
    return settle(address, touched);
  }

  /** The article to which an address belongs that was placed. */
  public TrackedArticle articleOf(String address) {
    return addresses.article(addresses.articleAt(address).orElseThrow());
  }

  /**
   * Takes in that one address stands for another.
   *
   * @param statedAt sort key of the capture that says so
   * @param touched gets the numbers of articles that won or lost captures, and loses those that are
   *     no more
   */
  public void claim(ArticleIdentity.Claim claim, String statedAt, Set<Long> touched) {
    addresses.add(claim.from());
    Optional<Pointer> known = addresses.pointer(claim.from());
    if (known.isEmpty() || known.get().statedAt().compareTo(statedAt) < 0) {
      point(known, claim, statedAt, touched);
    }
  }

  /**
   * Takes in that two addresses are one story's though nothing leads from one to the other. It
   * gives way to whatever a capture says; of several such addresses the first in order counts.
   */
  void twin(String from, String to, Set<Long> touched) {
    Optional<Pointer> known = addresses.pointer(from);
    boolean weaker =
        known.isPresent()
            && known.get().statedAt().isEmpty()
            && TwinAddresses.ORDER.compare(to, known.get().to()) < 0;
    if (known.isEmpty() || weaker) {
      point(known, new ArticleIdentity.Claim(from, to, AddressRule.SAME_TEXT), "", touched);
    }
  }

  private void point(
      Optional<Pointer> known, ArticleIdentity.Claim claim, String statedAt, Set<Long> touched) {
    addresses.point(claim.from(), new Pointer(claim.to(), claim.rule().id(), statedAt));
    if (known.isEmpty() || !known.get().to().equals(claim.to())) {
      resettle(claim.from(), touched);
    }
  }

  /** Gives an address, and all that stand for it, to the article where their chain ends now. */
  private void resettle(String address, Set<Long> touched) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    open.add(address);
    while (!open.isEmpty()) {
      String next = open.remove();
      if (seen.add(next)) {
        open.addAll(addresses.pointingTo(next));
      }
    }
    for (String each : seen) {
      if (addresses.articleAt(each).isPresent()) {
        settle(each, touched);
      }
    }
  }

  private long settle(String address, Set<Long> touched) {
    long article = addresses.idOf(ArticleIdentity.article(end(address)));
    Optional<Long> before = addresses.articleAt(address);
    if (before.isPresent() && before.get() == article) {
      return article;
    }
    addresses.give(address, article);
    if (before.isPresent()) {
      addresses.move(address, article);
      touched.add(article);
      if (addresses.lost(before.get())) {
        touched.add(before.get());
      } else {
        touched.remove(before.get());
      }
    }
    return article;
  }

  /**
   * Where the chain from an address ends; a ring ends at the least of its addresses, of those that
   * captures name where there are some.
   */
  private String end(String address) {
    Set<String> passed = new LinkedHashSet<>();
    String at = address;
    while (passed.add(at)) {
      Optional<Pointer> pointer = addresses.pointer(at);
      if (pointer.isEmpty()) {
        return at;
      }
      at = pointer.get().to();
    }
    return leastOfRing(at);
  }

  private String leastOfRing(String start) {
    TreeSet<String> all = new TreeSet<>();
    TreeSet<String> named = new TreeSet<>();
    String at = start;
    do {
      Pointer pointer = addresses.pointer(at).orElseThrow();
      at = pointer.to();
      all.add(at);
      if (!pointer.statedAt().isEmpty()) {
        named.add(at);
      }
    } while (!at.equals(start));
    return named.isEmpty() ? all.first() : named.first();
  }
}
