/**
 * Messages as each way of telling shows them. Pure: no clock, network or disk. What came from a
 * page stays text in all of them: it becomes no mention, no link, no header and no markup.
 */
@org.jspecify.annotations.NullMarked
package stet.notify.render;
