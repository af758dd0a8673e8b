"""A register of a million invented people in the scripts of a large city, with names as unevenly common as in life."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from random import Random

SEED = 3


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who never was."""

    id: int
    first_name: str
    last_name: str
    date_of_birth: date
    phone: str
    patient_number: str


@dataclass(frozen=True, slots=True)
class _People:
    """A share of the register: the commonest name first (of rank r, 1/r as common), then a tail out of syllables."""

    share: int
    firsts: str
    lasts: str
    syllables: str
    phones: tuple[str, ...]
    spaced: bool = True


_BRITISH = ("+44 77{:08d}", "077{:08d}", "+44 (0)20 {:08d}")
_PEOPLES = (
    _People(
        34,
        "John Mary James Michael Robert David Jennifer William Linda Elizabeth Richard Susan Thomas Jessica "
        "Sarah Karen "
        "Charles Nancy Daniel Lisa Matthew Betty Anthony Margaret Mark Sandra Paul Ashley Steven Kimberly Mary-Ann Joe",
        "Smith Johnson Williams Brown Jones Miller Davis Wilson Anderson Thomas Taylor Moore Jackson Martin "
        "Lee Thompson "
        "White Harris Clark Lewis Robinson Walker Young Allen King Wright O'Brien O'Connor Scott Hill Green Baker",
        "ma ri jo an el be lo ton son ley ford ham wick er al de ver ling ash brook ste phen chard win mor gan",
        _BRITISH,
    ),
    _People(
        14,
        "María José Antonio Juan Manuel Carmen Ana Francisco Luis Javier Isabel Miguel Laura Pedro João "
        "Lucía Sofía Ángel",
        "García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Muñoz Silva Santos",
        "ma ra do na lu co sa be vi ta ro mi gue pe ña les ques ban zal mon te ri o",
        ("+34 6{:08d}", "+351 9{:08d}"),
    ),
    _People(
        10,
        "Anna Jürgen Müller Zoë François Chloé Łukasz Agnieszka Jakub Søren Åsa Björn İbrahim Ayşe Mehmet Fatma Élodie",
        "Müller Schmidt Schneider Weber Wójcik Kowalski Nowak Dubois Lefèvre Moreau Yılmaz Şahin Østergård "
        "Mueller van-Dijk",
        "wal ter hein schu mann berg kow ski czyk eau lle ård sen ström öz gül dağ rich hof",
        ("+49 15{:08d}", "015{:08d}", "+48 5{:08d}"),
    ),
    _People(
        12,
        "محمد أحمد علي فاطمة عمر مريم حسن خالد زينب يوسف إبراهيم عبدالله سارة نور آمنة مصطفى",
        "الأحمد حسن علي المحمد الحسن إبراهيم خليل منصور حداد النجار الخطيب سعيد صالح",
        "با را نا سا لي مو دا كر يم حا شر فا ضل",
        ("+20 10{:08d}", "+971 50{:07d}"),
    ),
    _People(
        12,
        "王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙 马 朱 胡 林 郭 何 高 罗",
        "伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 兰 霞 平 刚 小 文 华 建 国 志 玉 春",
        "",
        ("+86 13{:09d}",),
        spaced=False,
    ),
    _People(
        10,
        "प्रिया राहुल अमित सुनीता संजय अनीता विजय पूजा रवि नेहा Priya Rahul Amit Sunita Sanjay Anita",
        "शर्मा सिंह कुमार वर्मा गुप्ता पटेल यादव Sharma Singh Kumar Patel Gupta Khan Reddy Nair",
        "ra ja va ni ka sh mi da pu la de vi an ku",
        ("+91 9{:09d}",),
    ),
    _People(
        8,
        "Александр Мария Елена Сергей Анна Дмитрий Ольга Андрей Наталья Алексей Татьяна Артём",
        "Иванов Смирнов Кузнецов Попов Соколов Лебедев Козлов Новиков Королёв Петров Фёдоров",
        "ко ва ле нин ро ма сто ев ски мир бо га ту",
        ("+7 9{:09d}",),
    ),
)


def invent(count: int, seed: int = SEED) -> Iterator[Invented]:
    """`count` people, the same for the same seed; their ids are 1 to `count`."""
    random = Random(seed)
    shares = list(accumulate(people.share for people in _PEOPLES))
    pools = [_Pool(people) for people in _PEOPLES]
    born = date(1931, 1, 1)
    for number in range(1, count + 1):
        pool = random.choices(pools, cum_weights=shares)[0]
        first, last = pool.name(random)
        yield Invented(
            number,
            first,
            last,
            born + timedelta(days=random.randrange(34_000)),
            pool.phone(random),
            f"PAT-{2004 + number * 20 // (count + 1)}-{number:05d}",
        )


class _Pool:
    def __init__(self, people: _People) -> None:
        self._people = people
        self._firsts, self._first_weights = _ranked(people.firsts)
        self._lasts, self._last_weights = _ranked(people.lasts)
        self._syllables = people.syllables.split()

    def name(self, random: Random) -> tuple[str, str]:
        """First and last name."""
        if not self._people.spaced:
            given = random.choices(self._lasts, cum_weights=self._last_weights, k=random.choice((1, 2, 2)))
            return "".join(given), random.choices(self._firsts, cum_weights=self._first_weights)[0]
        first = self._one(random, self._firsts, self._first_weights)
        if random.random() < 0.15:
            first += " " + self._one(random, self._firsts, self._first_weights)
        return first, self._one(random, self._lasts, self._last_weights)

    def phone(self, random: Random) -> str:
        """As it was written down."""
        form = random.choice(self._people.phones)
        digits = int(form.partition(":0")[2].partition("d")[0])
        return form.format(random.randrange(10**digits))

    def _one(self, random: Random, names: Sequence[str], weights: Sequence[float]) -> str:
        if random.random() < 0.35:
            return "".join(random.choices(self._syllables, k=random.randint(2, 4))).capitalize()
        return random.choices(names, cum_weights=weights)[0]


def _ranked(names: str) -> tuple[list[str], list[float]]:
    listed = names.split()
    return listed, list(accumulate(1 / rank for rank in range(1, len(listed) + 1)))
