package stet.serve.memento;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import stet.app.Mementos;
import stet.app.Mementos.Memento;
import stet.export.LinkFormat;
import stet.serve.http.Asked;
import stet.text.time.ArchiveTimestamp;
import stet.text.time.HttpDate;

/**
 * The addresses of one page's resources on this server, and the links between them (RFC 7089
 * section 2.2).
 *
 * @param here the address of the server's first folder, with a slash at its end
 * @param mementos the page's
 */
record Places(String here, Mementos mementos) {
  /** Behind the digits of a memento whose bytes are given as archived. */
  static final String RAW = "id_";

  /** Clients refuse heads of more than 8 KiB; where addresses are long, the last links give way. */
  private static final int HEADER = 6_000;

  static Places of(Asked asked, Mementos mementos) {
    return new Places(asked.here(), mementos);
  }

  String original() {
    return mementos.article().uri();
  }

  String timeGate() {
    return here + "timegate/" + AskedUri.inPath(original());
  }

  /**
   * @param form {@code link} or {@code json}
   * @param page from 1; the first has the address of the whole
   */
  String timeMap(String form, int page) {
    String number = page == 1 ? "" : page + "/";
    return here + "timemap/" + form + '/' + number + AskedUri.inPath(original());
  }

  /**
   * @param modifier {@link #RAW} or empty
   */
  String memento(Memento memento, String modifier) {
    return here + path(memento, modifier);
  }

  static String path(Memento memento, String modifier) {
    String digits = ArchiveTimestamp.format(memento.at());
    return "memento/" + digits + modifier + '/' + AskedUri.inPath(memento.address());
  }

  /** The links of an answer that is no memento's, as a header. */
  String header() {
    return links().header(HEADER);
  }

  /** The same with those around a memento, and itself. */
  String header(Memento memento, String modifier) {
    return links(memento, modifier).header(HEADER);
  }

  private LinkFormat links() {
    return new LinkFormat()
        .add(original(), "original")
        .add(timeGate(), "timegate")
        .add(timeMap("link", 1), "timemap", "type", LinkFormat.TYPE)
        .add(timeMap("json", 1), "timemap", "type", "application/json");
  }

  private LinkFormat links(Memento memento, String modifier) {
    List<Memento> all = mementos.all();
    int at = all.indexOf(memento);
    Map<Memento, String> relations = new LinkedHashMap<>();
    relations.put(mementos.first(), "first ");
    if (at > 0) {
      relations.merge(all.get(at - 1), "prev ", String::concat);
    }
    relations.putIfAbsent(memento, "");
    if (at + 1 < all.size()) {
      relations.put(all.get(at + 1), "next ");
    }
    relations.merge(mementos.last(), "last ", String::concat);
    LinkFormat links = links();
    relations.forEach(
        (m, rel) ->
            links.add(memento(m, modifier), rel + "memento", "datetime", HttpDate.format(m.at())));
    return links;
  }
}
