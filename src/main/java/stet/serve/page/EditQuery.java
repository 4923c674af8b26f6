package stet.serve.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import stet.app.edits.EditOrder;
import stet.app.edits.EditTimes;
import stet.app.edits.EditWords;
import stet.app.edits.RankedEdits;
import stet.capture.EnumId;
import stet.diff.Label;
import stet.json.StetJson;
import stet.report.page.Link;
import stet.report.page.live.FilterForm;
import stet.report.page.live.FilterForm.Choice;
import stet.report.words.Chips;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;
import stet.store.EditFilter;
import stet.store.EditTable.Place;

/** Which edits an address asks for, and how to ask for others. */
public final class EditQuery {
  private static final int MOST_OUTLETS = 100;
  private static final int WORDS = 200;

  private final Asked asked;
  private final ZoneId zone;
  private final String file;

  /**
   * @param zone in which days begin
   */
  public EditQuery(Asked asked, ZoneId zone) {
    this(asked, zone, "index.html");
  }

  /**
   * @param zone in which days begin
   * @param file of the page whose edits are chosen
   */
  EditQuery(Asked asked, ZoneId zone, String file) {
    this.asked = asked;
    this.zone = zone;
    this.file = file;
  }

  /**
   * The filter.
   *
   * @throws HttpProblem 400 when a part of it makes no sense
   */
  public EditFilter filter() {
    String words = asked.query("words");
    if (words.length() > WORDS) {
      throw new HttpProblem(400, "That are too many words.");
    }
    LocalDate until = day("until");
    LocalDate since = day("since");
    return new EditFilter(
        Set.copyOf(asked.queries("outlet")),
        kinds("label", Label.Family.DISCLOSURE),
        kinds("kind", Label.Family.SUBSTANCE),
        asked.query("language").toLowerCase(Locale.ROOT),
        since == null ? null : EditTimes.begin(since, zone),
        until == null ? null : EditTimes.begin(until.plusDays(1), zone),
        words,
        least(),
        asked.query("hide").equals("cosmetic"));
  }

  private @Nullable LocalDate day(String name) {
    try {
      String day = asked.query(name);
      return day.isEmpty() ? null : LocalDate.parse(day);
    } catch (DateTimeException e) {
      throw new HttpProblem(400, "'" + name + "' is no day such as 2026-03-14.");
    }
  }

  private int least() {
    String least = asked.query("least");
    if (!least.matches("[0-9]{0,6}")) {
      throw new HttpProblem(400, "'least' is no number.");
    }
    return least.isEmpty() ? 0 : Integer.parseInt(least);
  }

  private Set<Label.Kind> kinds(String name, Label.Family family) {
    try {
      return EditWords.kinds(asked.queries(name), family);
    } catch (EditWords.NoSuchName e) {
      throw new HttpProblem(400, "'" + name + "' is none that there is.");
    }
  }

  /**
   * In which order edits are asked for.
   *
   * @throws HttpProblem 400 when there is no such order
   */
  public EditOrder order() {
    String order = asked.query("sort");
    try {
      return order.isEmpty() ? EditOrder.NEWEST : EditWords.order(order);
    } catch (EditWords.NoSuchName e) {
      throw new HttpProblem(
          400, "'sort' is none of " + String.join(", ", EditWords.orders()) + ".");
    }
  }

  /** The orders, each with the address of the same choice in it; none at the one asked for. */
  List<Link> orders(String file) {
    return Arrays.stream(EditOrder.values()).map(o -> order(file, o)).toList();
  }

  private Link order(String file, EditOrder order) {
    Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
    query.remove("before");
    query.put("sort", order == EditOrder.NEWEST ? List.of() : List.of(EnumId.of(order)));
    String name =
        switch (order) {
          case NEWEST -> "Newest first";
          case TELLING -> "Most telling first";
          case WORDS -> "Most words first";
        };
    return new Link(order == order() ? "" : address(file, query), name);
  }

  /** Where the page of ranked edits begins; null at the first. */
  RankedEdits.@Nullable Rung rung() {
    return rung(asked.query("before"));
  }

  /**
   * A place in a list of ranked edits; null for an empty text.
   *
   * @throws HttpProblem 400 when it is none
   */
  public static RankedEdits.@Nullable Rung rung(String text) {
    try {
      return text.isEmpty() ? null : EditWords.rung(text);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "'before' is no place in the list in that order.");
    }
  }

  /** Where the page begins; null at the newest. */
  @Nullable Place before() {
    return place(asked.query("before"));
  }

  /**
   * A place in the list; null for an empty text.
   *
   * @throws HttpProblem 400 when it is none
   */
  public static @Nullable Place place(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return EditWords.place(text);
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, "'before' is no place in the list.");
    }
  }

  /** The address of the page that begins there. */
  String before(String file, Place place) {
    return before(file, StetJson.place(place));
  }

  /** The address of the page that begins there. */
  String before(String file, RankedEdits.Rung rung) {
    return before(file, EditWords.rung(rung));
  }

  private String before(String file, String place) {
    Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
    query.put("before", List.of(place));
    return address(file, query);
  }

  /** The same choice from the same place on at another address. */
  String same(String file) {
    return address(file, asked.query());
  }

  /** The same choice at another address, from its first page on. */
  String address(String file) {
    Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
    query.remove("before");
    return address(file, query);
  }

  /** The form, as it was filled in. */
  FilterForm form(List<String> outlets) {
    String outlet = asked.query("outlet");
    return new FilterForm(
        outlets.size() > MOST_OUTLETS
            ? List.of()
            : outlets.stream().map(o -> new Choice(o, o, o.equals(outlet))).toList(),
        outlet,
        choices("label", Label.Family.DISCLOSURE),
        choices("kind", Label.Family.SUBSTANCE),
        asked.query("language"),
        asked.query("since"),
        asked.query("until"),
        asked.query("words"),
        asked.query("least"),
        asked.query("hide").equals("cosmetic"),
        file,
        kept(),
        chosen());
  }

  /** What a page asks for besides; no other choice takes it away. */
  private List<Choice> kept() {
    return List.of("state", "said", "sort").stream()
        .filter(name -> !asked.query(name).isEmpty())
        .map(name -> new Choice(name, asked.query(name), true))
        .toList();
  }

  private List<Choice> choices(String name, Label.Family family) {
    List<Choice> choices = new ArrayList<>();
    for (Label.Kind kind : family.kinds()) {
      boolean chosen = asked.queries(name).contains(kind.id());
      choices.add(new Choice(kind.id(), Chips.of(kind, "", 0).name(), chosen));
    }
    return choices;
  }

  /** What is chosen, each with the address at which it is not. */
  private List<Link> chosen() {
    List<Link> chosen = new ArrayList<>();
    for (String name :
        List.of(
            "outlet", "label", "kind", "language", "words", "least", "since", "until", "hide")) {
      for (String value : asked.queries(name)) {
        Map<String, List<String>> query = new LinkedHashMap<>(asked.query());
        query.remove("before");
        query.put(name, asked.queries(name).stream().filter(v -> !v.equals(value)).toList());
        chosen.add(new Link(address(file, query), said(name, value)));
      }
    }
    return chosen;
  }

  private static String said(String name, String value) {
    return switch (name) {
      case "outlet" -> value;
      case "label", "kind" -> Chips.of(EnumId.read(Label.Kind.class, value), "", 0).name();
      case "language" -> "in " + value + ", stated or guessed";
      case "words" -> "with “" + value + "”";
      case "least" -> value + " words or more";
      case "since" -> "from " + value;
      case "until" -> "to " + value;
      default -> "not cosmetic";
    };
  }

  /** An address with a query; what is blank in it is left out. */
  public static String address(String file, Map<String, List<String>> query) {
    StringBuilder address = new StringBuilder(file);
    char sign = '?';
    for (Map.Entry<String, List<String>> parameter : query.entrySet()) {
      for (String value : parameter.getValue()) {
        if (!value.isBlank()) {
          address.append(sign).append(encode(parameter.getKey())).append('=').append(encode(value));
          sign = '&';
        }
      }
    }
    return address.toString();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
