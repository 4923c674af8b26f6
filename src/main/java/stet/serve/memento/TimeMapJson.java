package stet.serve.memento;

import stet.app.Mementos.Memento;
import stet.text.SafeText;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A TimeMap as JSON, in the form of {@code timetravel.mementoweb.org}, which clients read. */
final class TimeMapJson {
  private TimeMapJson() {}

  static String of(TimeMap.Part part) {
    Places places = part.places();
    ObjectNode map = JsonMapper.shared().createObjectNode();
    map.put("original_uri", places.original());
    map.put("self", places.timeMap("json", part.number()));
    map.put("timegate_uri", places.timeGate());
    ObjectNode forms = map.putObject("timemap_uri");
    forms.put("link_format", places.timeMap("link", 1));
    forms.put("json_format", places.timeMap("json", 1));
    if (part.count() > 1) {
      addPages(map, part);
    }
    ObjectNode mementos = map.putObject("mementos");
    put(mementos.putObject("first"), places, places.mementos().first());
    ArrayNode list = mementos.putArray("list");
    part.mementos().forEach(m -> put(list.addObject(), places, m));
    put(mementos.putObject("last"), places, places.mementos().last());
    return SafeText.escaped(map.toString());
  }

  private static void addPages(ObjectNode map, TimeMap.Part part) {
    ArrayNode index = map.putArray("timemap_index");
    for (int page = 1; page <= part.count(); page++) {
      ObjectNode entry = index.addObject();
      entry.put("from", part.mementos(page).get(0).at().toString());
      entry.put("until", part.lastOf(page).at().toString());
      entry.put("uri", part.places().timeMap("json", page));
    }
  }

  private static void put(ObjectNode node, Places places, Memento memento) {
    node.put("datetime", memento.at().toString());
    node.put("uri", places.memento(memento, ""));
  }
}
