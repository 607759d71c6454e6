"""The components: escaped, tied together, and readable without colour."""

from datetime import date, timedelta

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import timezone

from leidraad.ui.stijl import Voorbeeldformulier

GEVAARLIJK = '<script>alert("x")</script>'
VANDAAG = date(2026, 11, 23)


def teken(bron: str, adres: str = "/lijst/", **gegevens) -> str:
    return Template(bron).render(Context({"request": RequestFactory().get(adres), **gegevens}))


@pytest.mark.parametrize(
    "bron",
    [
        "{% knop t url=t %}",
        "{% knop t naam=t waarde=t bevestig=t id=t formulier=t %}",
        "{% postknop t t naam=t waarde=t %}",
        "{% melding t kop=t %}{{ t }}{% endmelding %}",
        "{% leegte t t actie=t url=t %}",
        "{% veldgroep t uitleg=t %}{{ t }}{% endveldgroep %}",
        "{% verborgen t t %}",
        "{% tabel t zichtbaar=True %}{% endtabel %}",
        "{% sorteerkop t t %}",
        "{% statusbadge t %}{% statusbadge 'concept' label=t soort=t %}",
        "{% aantal t %}",
        "{% broodkruimel t t t %}",
        "{% paginakop t nummer=t status=t toelichting=t %}{% endpaginakop %}",
        "{% kaart t %}{{ t }}{% endkaart %}",
        "{% definitielijst %}{% gegeven t t %}{% enddefinitielijst %}",
        "{% gegevenblok t %}{{ t }}{% endgegevenblok %}",
        "{% tweekolom %}{{ t }}{% zijkolom %}{{ t }}{% endzijkolom %}{% endtweekolom %}",
        "{% tijdlijn items %}",
        "{% tabs t items %}",
        "{% staafdiagram t staven %}",
        "{% voortgang 1 2 t %}",
        "{% filterbalk wissen=t %}{{ t }}{% endfilterbalk %}",
        '<a href="{% query_vervang q=t %}">x</a>',
    ],
)
def test_elk_onderdeel_maakt_vreemde_tekst_onschadelijk(bron):
    items = [
        {"titel": GEVAARLIJK, "label": GEVAARLIJK, "url": GEVAARLIJK, "tekst": GEVAARLIJK, "door": GEVAARLIJK}
    ]
    html = teken(
        bron, f"/?q={GEVAARLIJK}&sorteer={GEVAARLIJK}", t=GEVAARLIJK, items=items, staven=[(GEVAARLIJK, 3)]
    )
    assert "<script" not in html
    assert "alert" in html


def test_een_veld_hoort_bij_zijn_label_hint_en_fout():
    formulier = Voorbeeldformulier({"startdatum": "31-02-2026"})
    html = teken("{% formulierveld f.naam %}{% formulierveld f.startdatum %}", f=formulier)
    assert '<label class="utrecht-form-label" for="id_naam">' in html
    assert 'aria-describedby="id_naam_helptext id_naam_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_startdatum_error"' in html
    assert 'value="31-02-2026"' in html, "wat getypt is blijft staan"
    assert " required" not in html, "de server oordeelt, in het Nederlands"


def test_een_groep_keuzes_is_een_fieldset_met_legenda_en_fout():
    html = teken("{% formulierveld f.rol %}{% formulierveld f.soorten %}", f=Voorbeeldformulier({}))
    assert (
        '<fieldset class="utrecht-form-field ld-veld ld-opties utrecht-form-field--invalid" id="id_rol"'
        in html
    )
    assert 'aria-describedby="id_rol_error"' in html
    assert 'aria-describedby="id_soorten_helptext"' in html
    assert html.count('type="radio"') == 3
    assert html.count('type="checkbox"') == 4
    assert '<label for="id_rol_0">Verantwoordelijke</label>' in html


def test_verplicht_staat_in_woorden_en_voor_een_latere_stap_ook():
    html = teken(
        "{% formulierveld f.naam %}{% formulierveld f.doel nodig='vaststellen' %}", f=Voorbeeldformulier()
    )
    assert "(verplicht)" in html
    assert "(nodig voor vaststellen)" in html


def test_een_woord_waar_een_getal_hoort_blijft_staan():
    html = teken("{% formulierveld f.aantal %}", f=Voorbeeldformulier({"aantal": "veel"}))
    assert 'type="text" name="aantal" value="veel"' in html
    assert 'inputmode="numeric"' in html


def test_het_foutoverzicht_telt_en_verwijst_naar_elk_veld():
    html = teken("{% foutoverzicht f %}", f=Voorbeeldformulier({"aantal": "veel"}))
    assert "Er zijn nog 3 dingen die niet kloppen" in html
    assert 'href="#id_naam"' in html
    assert 'href="#id_rol"' in html
    assert teken("{% foutoverzicht f %}", f=Voorbeeldformulier()).strip() == ""


def test_het_foutoverzicht_noemt_ook_fouten_van_een_formset():
    formset = forms.formset_factory(Voorbeeldformulier)(
        {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-aantal": "veel"}
    )
    assert 'href="#id_form-0-aantal"' in teken("{% foutoverzicht f %}", f=formset)


@pytest.mark.parametrize(
    ("dagen", "tekst", "klem"),
    [
        (-1, "1 dag te laat", "te_laat"),
        (0, "vandaag", "vandaag"),
        (1, "nog 1 dag", "bijna"),
        (14, "nog 14 dagen", "bijna"),
        (15, "nog 2 weken", "rustig"),
        (90, "nog 3 maanden", "rustig"),
        (800, "nog 2 jaar", "rustig"),
    ],
)
def test_een_termijn_zegt_datum_en_resterende_tijd_in_woorden(dagen, tekst, klem):
    html = teken("{% termijn tot vandaag=nu %}", tot=VANDAAG + timedelta(days=dagen), nu=VANDAAG)
    assert tekst in html
    assert f"ld-termijn--{klem}" in html


def test_een_termijn_die_vandaag_al_voorbij_is_heet_te_laat():
    net = timezone.now()
    html = teken("{% termijn tot vandaag=dag %}", tot=net, dag=timezone.localdate(net))
    assert "te laat" in html
    assert "ld-termijn--te_laat" in html


def test_geen_termijn_en_een_afgeronde_termijn_staan_er_ook():
    assert "Geen termijn" in teken("{% termijn None %}")
    assert "afgerond" in teken("{% termijn tot af=True %}", tot=VANDAAG)


def test_datums_lezen_nederlands():
    html = teken("{{ d|datum }} {{ d|korte_datum }} {{ n|datum }} {{ w|ja_nee }}", d=VANDAAG, n=None, w=None)
    assert html == "23 november 2026 23-11-2026 – onbekend"


def test_sorteren_houdt_de_rest_van_het_adres_en_keert_om():
    html = teken("{% sorteerkop 'Naam' 'naam' %}", "/lijst/?q=wmo&sorteer=naam&pagina=3")
    assert 'aria-sort="ascending"' in html
    assert 'href="?q=wmo&amp;sorteer=-naam"' in html


def test_bladeren_houdt_de_filters():
    html = teken("{% paginering p %}", "/lijst/?q=wmo", p=Paginator(range(60), 25).page(2))
    assert "26 tot en met 50 van 60" in html
    assert 'href="?q=wmo&amp;pagina=3" rel="next"' in html
    assert 'aria-current="page"' in html


def test_een_filter_houdt_de_sortering_en_kan_gewist_worden():
    html = teken("{% filterbalk %}{% endfilterbalk %}", "/lijst/?q=wmo&sorteer=-naam")
    assert '<input type="hidden" name="sorteer" value="-naam">' in html
    assert '<a href="/lijst/">Wis filters</a>' in html
    assert "Wis filters" not in teken("{% filterbalk %}{% endfilterbalk %}", "/lijst/?sorteer=naam")


def test_een_gevouwen_filterbalk_zegt_hoeveel_er_is_gekozen():
    balk = '{% filterbalk vouw=True behalve="wie" %}{% endfilterbalk %}'
    assert "Filters (1 gekozen)" in teken(balk, "/lijst/?status=concept&wie=alles")
    assert "<summary>Filters</summary>" in teken(balk, "/lijst/?wie=alles&pagina=2")
    assert "<details" not in teken("{% filterbalk %}{% endfilterbalk %}", "/lijst/?status=concept")


def test_een_lege_waarde_laat_geen_gat():
    assert "Niet ingevuld" in teken("{% gegeven 'Naam' w %}", w="  ")
    assert "<br>" in teken("{% gegeven 'Naam' w %}", w="een\ntwee")


def test_een_knop_die_iets_doet_stuurt_het_sessiebewijs_mee():
    assert 'name="csrfmiddlewaretoken" value="abc"' in teken("{% postknop 'Weg' '/weg/' %}", csrf_token="abc")
