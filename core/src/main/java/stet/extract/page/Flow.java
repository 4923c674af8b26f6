package stet.extract.page;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** How an element takes part in the flow of a page's text. */
enum Flow {
  SILENT,
  INLINE,
  BLOCK;

  private static final Set<String> SILENTS =
      Set.of(
          "script",
          "style",
          "noscript",
          "template",
          "svg",
          "math",
          "iframe",
          "button",
          "input",
          "select",
          "option",
          "textarea",
          "object",
          "embed",
          "video",
          "audio",
          "canvas",
          "map",
          "head",
          "title",
          "link",
          "meta",
          "datalist",
          "dialog",
          "rp",
          "rt");
  private static final Set<String> INLINES =
      Set.of(
          "a",
          "abbr",
          "acronym",
          "b",
          "bdi",
          "bdo",
          "big",
          "cite",
          "code",
          "data",
          "del",
          "dfn",
          "em",
          "font",
          "i",
          "ins",
          "kbd",
          "label",
          "mark",
          "q",
          "ruby",
          "rb",
          "s",
          "samp",
          "small",
          "span",
          "strike",
          "strong",
          "sub",
          "sup",
          "time",
          "tt",
          "u",
          "var",
          "wbr",
          "nobr",
          "img",
          "picture",
          "amp-img",
          "o:p",
          "st1:place",
          "st1:city",
          "st1:country-region",
          "st1:state",
          "st1:personname",
          "custom-element",
          "center-inline");

  private static final Map<String, Flow> FLOWS = new HashMap<>();

  static {
    INLINES.forEach(name -> FLOWS.put(name, INLINE));
    SILENTS.forEach(name -> FLOWS.put(name, SILENT));
  }

  /** Of an element by its name in lower case. */
  static Flow of(String name) {
    return FLOWS.getOrDefault(name, BLOCK);
  }
}
