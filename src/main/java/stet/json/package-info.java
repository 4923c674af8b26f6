/**
 * What stet says to programs: one form of JSON, the same for commands, reports and exports. {@code
 * docs/stet-1.schema.json} describes it, {@code docs/JSON.md} tells what is printed where.
 */
@org.jspecify.annotations.NullMarked
package stet.json;
