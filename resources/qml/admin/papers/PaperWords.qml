pragma Singleton

import QtQuick
import "../../controls"

// What each kind of paper is called, and whose template it is printed with.
QtObject {
    function kind(key: string): string {
        switch (key) {
        case "queue_ticket":
            return qsTr("Number for the queue");
        case "help_ticket":
            return qsTr("Number for help");
        case "appointment_slip":
            return qsTr("Appointment");
        case "receipt":
            return qsTr("Receipt");
        case "test_page":
            return qsTr("Test page");
        default:
            return key;
        }
    }

    function state(key: string): string {
        switch (key) {
        case "ours":
            return qsTr("Printed with the program's own template.");
        case "own":
            return qsTr("Printed with your own template.");
        case "wrong":
            return qsTr("Your own template is not right: the program's own is printed.");
        default:
            return "";
        }
    }

    // What is wrong with a template, and in which of its blocks. What stands in the file is left as it is written.
    function mistake(key: string, block: int, named: list<string>): string {
        const said = reason(key, named.map(value => Theme.isolated(value)));
        return block > 0 ? qsTr("Block %1: %2").arg(block).arg(said) : said;
    }

    function reason(key: string, named: list<string>): string {
        switch (key) {
        case "not_toml":
            return qsTr("Line %1 can't be read from character %2 on.").arg(named[0]).arg(named[1]);
        case "ends_early":
            return qsTr("The template ends in the middle of something.");
        case "no_blocks":
            return qsTr("A template is made of [[block]] and nothing else.");
        case "too_many_blocks":
            return qsTr("A paper has room for so many blocks: %1.").arg(named[0]);
        case "too_long":
            return qsTr("The template is too long. It may have so many letters: %1.").arg(named[0]);
        case "not_a_table":
            return qsTr("This is no block. Begin it with [[block]].");
        case "not_one_kind":
            return qsTr("It must be exactly one of these: %1.").arg(named[0]);
        case "strange_key":
            return qsTr("%1 means nothing where the block is %2.").arg(named[0]).arg(named[1]);
        case "only_true":
            return qsTr("Write true after %1, or leave it out.").arg(named[0]);
        case "no_text":
            return qsTr("%1 must be a text in quotation marks, no longer than so many letters: %2.").arg(named[0]).arg(named[1]);
        case "lone_brace":
            return qsTr("In %1 a brace is opened or closed alone.").arg(named[0]);
        case "unknown_name":
            return qsTr("%2 in %1 is not known. There are: %3.").arg(named[0]).arg(named[1]).arg(named[2]);
        case "no_number":
            return qsTr("%1 must be a whole number from %2 to %3.").arg(named[0]).arg(named[1]).arg(named[2]);
        case "not_true_or_false":
            return qsTr("%1 must be true or false.").arg(named[0]);
        case "not_one_of":
            return qsTr("%1 must be one of these: %2.").arg(named[0]).arg(named[1]);
        default:
            return qsTr("This template is not right.");
        }
    }
}
