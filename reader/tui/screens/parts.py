"""The parts of the main screen: each is loaded when something first asks for it.

Only what the first paint shows is loaded before it; the rest follows at once, while nobody has had
the time to press a key.
"""

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from reader.tui.screens.arranging import Arranging
    from reader.tui.screens.completing import Completing
    from reader.tui.screens.correcting import Correcting
    from reader.tui.screens.elsewhere import Elsewhere
    from reader.tui.screens.faceting import Faceting
    from reader.tui.screens.following import Following
    from reader.tui.screens.jumping import Jumping
    from reader.tui.screens.knowing import Knowing
    from reader.tui.screens.leaving import Leaving
    from reader.tui.screens.links import Links
    from reader.tui.screens.main import MainScreen
    from reader.tui.screens.marking import MarkingRows
    from reader.tui.screens.moving import Moving
    from reader.tui.screens.nothing import Nothing
    from reader.tui.screens.outlining import Outlining
    from reader.tui.screens.palette import Palette
    from reader.tui.screens.reading import Reading
    from reader.tui.screens.recalling import Recalling
    from reader.tui.screens.river import River
    from reader.tui.screens.saving import Saving
    from reader.tui.screens.selecting import Selecting
    from reader.tui.screens.tagging import Tagging
    from reader.tui.screens.yanking import Yanking
    from reader.tui.widgets.facet_pane import FacetPane
    from reader.tui.widgets.linked_pane import LinkedPane

Do = Callable[[int | None], None]


class Parts:
    """What a main screen is made of besides what is always to be seen."""

    @cached_property
    def facets(self) -> "FacetPane":
        """Tags, sites and years."""
        from reader.tui.widgets.facet_pane import FacetPane  # noqa: PLC0415

        return FacetPane(self._screen.look, id="facets")

    @cached_property
    def pane(self) -> "LinkedPane":
        """The text."""
        from reader.tui.widgets.linked_pane import LinkedPane  # noqa: PLC0415

        look, settings = self._screen.look, self._screen.library.settings
        pane = LinkedPane(look, settings.measure, id="reader")
        pane.leaf.justified = settings.justify
        return pane

    @cached_property
    def moving(self) -> "Moving":
        """What the moving keys do."""
        from reader.tui.screens.moving import Moving  # noqa: PLC0415

        return Moving(self._screen)

    @cached_property
    def reading(self) -> "Reading":
        """What the reading pane does."""
        from reader.tui.screens.reading import Reading  # noqa: PLC0415

        return Reading(self._screen)

    @cached_property
    def river(self) -> "River":
        """What goes from match to match."""
        from reader.tui.screens.river import River  # noqa: PLC0415

        return River(self._screen)

    @cached_property
    def elsewhere(self) -> "Elsewhere":
        """What hands documents to other programs."""
        from reader.tui.screens.elsewhere import Elsewhere  # noqa: PLC0415

        return Elsewhere(self._screen)

    @cached_property
    def selecting(self) -> "Selecting":
        """Selecting a stretch of the text."""
        from reader.tui.screens.selecting import Selecting  # noqa: PLC0415

        return Selecting(self._screen)

    @cached_property
    def links(self) -> "Links":
        """Following links."""
        from reader.tui.screens.links import Links  # noqa: PLC0415

        return Links(self._screen)

    @cached_property
    def yanking(self) -> "Yanking":
        """What copies."""
        from reader.tui.screens.yanking import Yanking  # noqa: PLC0415

        return Yanking(self._screen)

    @cached_property
    def jumping(self) -> "Jumping":
        """What knows where one has been."""
        from reader.tui.screens.jumping import Jumping  # noqa: PLC0415

        return Jumping(self._screen)

    @cached_property
    def outlining(self) -> "Outlining":
        """What goes from heading to heading."""
        from reader.tui.screens.outlining import Outlining  # noqa: PLC0415

        return Outlining(self._screen)

    @cached_property
    def knowing(self) -> "Knowing":
        """What is known of a document."""
        from reader.tui.screens.knowing import Knowing  # noqa: PLC0415

        return Knowing(self._screen)

    @cached_property
    def tagging(self) -> "Tagging":
        """What marks do."""
        from reader.tui.screens.tagging import Tagging  # noqa: PLC0415

        return Tagging(self._screen)

    @cached_property
    def marking(self) -> "MarkingRows":
        """Marking rows."""
        from reader.tui.screens.marking import MarkingRows  # noqa: PLC0415

        return MarkingRows(self._screen)

    @cached_property
    def arranging(self) -> "Arranging":
        """The order of the list, its groups and bands."""
        from reader.tui.screens.arranging import Arranging  # noqa: PLC0415

        return Arranging(self._screen)

    @cached_property
    def faceting(self) -> "Faceting":
        """Narrowing by what a cursor is on."""
        from reader.tui.screens.faceting import Faceting  # noqa: PLC0415

        return Faceting(self._screen)

    @cached_property
    def completing(self) -> "Completing":
        """Completion in the prompt."""
        from reader.tui.screens.completing import Completing  # noqa: PLC0415

        return Completing(self._screen)

    @cached_property
    def recalling(self) -> "Recalling":
        """Earlier searches."""
        from reader.tui.screens.recalling import Recalling  # noqa: PLC0415

        return Recalling(self._screen)

    @cached_property
    def saving(self) -> "Saving":
        """Saved searches."""
        from reader.tui.screens.saving import Saving  # noqa: PLC0415

        return Saving(self._screen)

    @cached_property
    def nothing(self) -> "Nothing":
        """What is said where nothing is listed."""
        from reader.tui.screens.nothing import Nothing  # noqa: PLC0415

        return Nothing(self._screen)

    @cached_property
    def correcting(self) -> "Correcting":
        """Choosing blocks, and saying what they are."""
        from reader.tui.screens.correcting import Correcting  # noqa: PLC0415

        return Correcting(self._screen)

    @cached_property
    def leaving(self) -> "Leaving":
        """What the leaving keys do."""
        from reader.tui.screens.leaving import Leaving  # noqa: PLC0415

        return Leaving(self._screen)

    @cached_property
    def following(self) -> "Following":
        """What may follow an unfinished sequence."""
        from reader.tui.screens.following import Following  # noqa: PLC0415

        return Following(self._screen)

    @cached_property
    def palette(self) -> "Palette":
        """All there is to do."""
        from reader.tui.screens.palette import Palette  # noqa: PLC0415

        return Palette(self._screen)

    @cached_property
    def does(self) -> dict[str, Do]:
        """What each action of the table does: the `do_` methods of the screen and its parts."""
        screen = self._screen
        parts: Iterator[Any] = (getattr(self, name) for name in _names())
        return {
            name.removeprefix("do_"): getattr(part, name)
            for part in (screen, screen.plan, screen.finding, screen.updating, *parts)
            for name in dir(type(part))
            if name.startswith("do_")
        }

    def loaded(self, name: str) -> bool:
        """Whether a part has been asked for."""
        return name in self.__dict__

    @property
    def _screen(self) -> "MainScreen":
        return cast("MainScreen", self)


def _names() -> list[str]:
    """The names of all parts, `does` left out."""
    kinds = vars(Parts).items()
    return [name for name, kind in kinds if isinstance(kind, cached_property) and name != "does"]
