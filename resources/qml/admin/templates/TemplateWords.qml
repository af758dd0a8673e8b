pragma Singleton

import QtQuick
import ".."

// What the fields of a session's template are called, and why a plan or a day is as it is.
QtObject {
    function field(key: string): string {
        switch (key) {
        case "first":
            return qsTr("First day");
        case "last":
            return qsTr("Last day");
        case "starts":
            return qsTr("Begins at");
        case "ends":
            return qsTr("Ends at");
        case "mean":
            return qsTr("Mean visit, min");
        default:
            return qsTr("Don't come, %");
        }
    }

    function hint(key: string, proposed: string): string {
        switch (key) {
        case "first":
        case "last":
            return qsTr("2026-03-09");
        case "starts":
            return qsTr("08:00");
        case "ends":
            return qsTr("12:00");
        default:
            return proposed === "" ? qsTr("from the past") : qsTr("%1 proposed").arg(proposed);
        }
    }

    function wrong(code: string): string {
        switch (code) {
        case "":
            return "";
        case "no_day":
            return qsTr("A day is written 2026-03-09.");
        case "before_first":
            return qsTr("That is before the first day.");
        case "too_many_days":
            return qsTr("92 days at most.");
        case "no_time":
            return qsTr("A time is written 08:05, in steps of 5 minutes.");
        case "before_start":
            return qsTr("A session ends after it begins.");
        case "shorter_than_visit":
            return qsTr("That is shorter than one visit.");
        case "no_mean":
            return qsTr("3 to 120 minutes.");
        default:
            return qsTr("0 to 60 per cent.");
        }
    }

    function problem(code: string): string {
        switch (code) {
        case "needs_server":
            return qsTr("A plan needs the server, which can't be reached now. Nothing was changed, and what you typed stays here.");
        case "sign_in_again":
            return qsTr("You signed in without the server. Lock the screen, sign in again while it is connected, and try once more: what you typed stays here.");
        case "plan_changed":
            return qsTr("Something changed since you looked, so nothing was done. This is how it would be now.");
        case "no_template":
            return qsTr("No template can be made of this: a session is at least as long as its mean visit.");
        case "unknown_doctor":
            return qsTr("That doctor works here no more. Choose another one.");
        default:
            return AdminWords.problem(code);
        }
    }

    function why(code: string): string {
        switch (code) {
        case "past":
            return qsTr("Has begun or passed");
        case "leave":
            return qsTr("On leave: stays so");
        case "recurring_hours":
            return qsTr("Keeps its recurring hours");
        case "elsewhere":
            return qsTr("Works at another place then");
        case "other_hours":
            return qsTr("Keeps the hours it has");
        case "as_it_is":
            return qsTr("Has these times already");
        default:
            return qsTr("Gets these times");
        }
    }

    function booked(people: int, kept: int): string {
        if (people === 0)
            return "";
        return kept === 0 ? qsTr("%n booked, who keep their time", "", people) : qsTr("%1, in %2").arg(qsTr("%n booked, who keep their time", "", people)).arg(qsTr("%n times beside the template", "", kept));
    }

    function mean(from: string): string {
        switch (from) {
        case "doctor":
            return qsTr("Mean visit: from their own visits here, drawn to everybody's.");
        case "clinic":
            return qsTr("Mean visit: from everybody's visits here, as they have none of their own yet.");
        case "usual":
            return qsTr("Mean visit: the usual one, as there are too few past visits here.");
        default:
            return qsTr("Mean visit: as you typed it.");
        }
    }

    function noShow(from: string, least: int, days: int): string {
        switch (from) {
        case "doctor":
            return qsTr("Don't come: from their own appointments here in the last %n days, drawn to everybody's.", "", days);
        case "clinic":
            return qsTr("Don't come: from everybody's appointments here in the last %n days, as they have none of their own yet.", "", days);
        case "usual":
            return qsTr("Don't come: the usual share, as fewer than %1 appointments were kept or missed here in the last %n days.", "", days).arg(least);
        default:
            return qsTr("Don't come: as you typed it.");
        }
    }
}
