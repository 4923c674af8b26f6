/** What people asked to be told: looked for in a collection, and sent to them. */
@org.jspecify.annotations.NullMarked
package stet.app.alert;
