package stet.copies;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import stet.copies.RealTexts.Real;

/**
 * Pairs of texts that are copies or only look like them, made by rule from real ones. Every text
 * has an outlet of its own, but that pages of one site have one.
 */
final class Labelled {
  /** Of a text with fewer words no third is taken. */
  private static final int LEAST_LETTERS = 900;

  private static final Pattern SPOKEN =
      Pattern.compile("[\u201c\"]([^\u201c\u201d\"]{140,420})[\u201d\"]");

  /**
   * A labelled pair.
   *
   * @param kind how the pair was made
   * @param report whether it belongs to the half that is reported, and not to that for tuning
   */
  record Pair(long first, long second, boolean copy, String kind, boolean report) {}

  final Map<Long, Text> texts = new LinkedHashMap<>();
  final Map<Long, Real> real = new LinkedHashMap<>();
  final List<Pair> pairs = new ArrayList<>();
  private long last;

  static Labelled of(List<Real> news, List<Real> series, List<Real> policies) {
    Labelled all = new Labelled();
    Map<String, List<Real>> byGroup = new LinkedHashMap<>();
    List<Real> every = new ArrayList<>(news);
    every.addAll(series);
    for (Real text : every) {
      byGroup.computeIfAbsent(group(text), g -> new ArrayList<>()).add(text);
    }
    for (List<Real> group : byGroup.values()) {
      all.group(group);
    }
    for (boolean half : new boolean[] {false, true}) {
      List<Real> some = policies.stream().filter(p -> half(p) == half).toList();
      List<Long> ids = some.stream().map(all::add).toList();
      all.apart(ids, some, "policies", 4000);
    }
    for (List<Real> group : byGroup.values()) {
      all.lookAlikes(group, policies);
    }
    return all;
  }

  /** Texts of one half; those of a series are with their own. */
  private static String group(Real text) {
    String set = text.source().contains("/") ? text.source() : script(text);
    return half(text) + " " + set;
  }

  private static String script(Real text) {
    String all = String.join("", text.paragraphs());
    long wide = all.chars().filter(c -> c >= 0x3040 && c < 0xd7a4).count();
    long arabic = all.chars().filter(c -> c >= 0x600 && c < 0x700).count();
    return wide * 3 > all.length() ? "wide" : arabic * 3 > all.length() ? "arabic" : "letters";
  }

  static boolean half(Real text) {
    CRC32 crc = new CRC32();
    crc.update(text.source().getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() >> 3 & 1) == 0;
  }

  static Text text(long id, Real text) {
    return new Text(id, text.source(), "", text.paragraphs(), Instant.EPOCH);
  }

  /** The pages of a pair, as far as they were not made. */
  String named(Pair pair) {
    return name(pair.first()) + " | " + name(pair.second());
  }

  private String name(long id) {
    Real known = real.get(id);
    return known == null ? texts.get(id).paragraphs().get(0) : known.name();
  }

  private long add(Real text) {
    long id = put(text.paragraphs(), text.source());
    real.put(id, text);
    return id;
  }

  private long put(List<String> paragraphs, String outlet) {
    long id = ++last;
    texts.put(id, new Text(id, outlet, "", paragraphs, Instant.EPOCH.plusSeconds(id)));
    return id;
  }

  private long made(List<String> paragraphs) {
    return put(paragraphs, "outlet " + (last + 1));
  }

  private void group(List<Real> group) {
    List<Long> ids = group.stream().map(this::add).toList();
    Random random = new Random(group.size());
    Variants variants = new Variants(random);
    Variants.Kind[] kinds = Variants.Kind.values();
    for (int i = 0; i < group.size() && group.size() > 1; i++) {
      Real text = group.get(i);
      if (text.letters() < LEAST_LETTERS * (script(text).equals("wide") ? 0.4 : 1)) {
        continue;
      }
      Real other = group.get((i + 1 + random.nextInt(group.size() - 1)) % group.size());
      for (int k = 0; k < (text.source().contains("/") ? 2 : 1); k++) {
        Variants.Kind kind = kinds[(int) ((ids.get(i) * 2 + k) % kinds.length)];
        long copy = made(variants.of(kind, text.paragraphs(), other.paragraphs()));
        pairs.add(new Pair(ids.get(i), copy, true, kind.name(), half(text)));
      }
    }
    apart(ids, group, "other story", 700);
  }

  /** Pairs of different texts, up to so many. */
  private void apart(List<Long> ids, List<Real> group, String kind, int most) {
    int all = ids.size() * (ids.size() - 1) / 2;
    int step = Math.max(1, all / most);
    int n = 0;
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        if (n++ % step == 0 && !Hand.known(group.get(i).name(), group.get(j).name())) {
          pairs.add(new Pair(ids.get(i), ids.get(j), false, kind, half(group.get(i))));
        }
      }
    }
  }

  /** Different stories with the same statement, the same notice or the same table. */
  private void lookAlikes(List<Real> group, List<Real> policies) {
    for (int i = 0; i + 2 < group.size(); i += 3) {
      Real one = group.get(i);
      Real two = group.get(i + 1);
      String said = spoken(group.get(i + 2));
      if (!said.isEmpty()) {
        String said2 = "\u201c" + said + "\u201d, a spokeswoman said.";
        String said3 = "The ministry wrote: \"" + said + "\"";
        lookAlike(one, two, List.of(said2), List.of(said3), "statement");
      }
      Real policy = policies.get((i * 7) % policies.size());
      List<String> legal = Variants.part(policy.paragraphs(), 0.0001);
      if (legal.get(0).length() < 500) {
        lookAlike(one, two, legal, legal, "legal notice");
      }
      if (i % 2 == 0) {
        lookAlike(one, two, table(i), table(i), "table");
      }
    }
  }

  private void lookAlike(Real one, Real two, List<String> a, List<String> b, String kind) {
    if (Math.min(one.letters(), two.letters()) < LEAST_LETTERS
        || Hand.known(one.name(), two.name())) {
      return;
    }
    // What the outlets of a series print in all of it is known from the rest of it.
    boolean series = one.source().contains("/");
    long first = put(inserted(one.paragraphs(), a), series ? one.source() : "outlet " + last);
    long second = put(inserted(two.paragraphs(), b), series ? two.source() : "outlet " + last);
    pairs.add(new Pair(first, second, false, kind, half(one)));
  }

  private static List<String> inserted(List<String> text, List<String> more) {
    List<String> all = new ArrayList<>(text);
    all.addAll(Math.min(2, all.size()), more);
    return all;
  }

  private static String spoken(Real text) {
    Matcher found = SPOKEN.matcher(String.join("\n", text.paragraphs()));
    return found.find() ? found.group(1).replace('\n', ' ') : "";
  }

  private static List<String> table(int seed) {
    Random random = new Random(seed);
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < 18; i++) {
      rows.add(
          "FC Nowhere %d SV Elsewhere %d %d:%d"
              .formatted(i, random.nextInt(99), random.nextInt(9), random.nextInt(9)));
    }
    return rows;
  }
}
