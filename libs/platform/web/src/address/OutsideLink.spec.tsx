import { describe, expect, it } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { MailLink } from './MailLink';
import { OutsideLink } from './OutsideLink';
import { mailAddress, webAddress } from './outsideAddress';

describe('an address from data', () => {
  it('is a link that tells the other site nothing, and the person that it leads there', () => {
    render(<OutsideLink href="https://data.example.gov/a b">About this source</OutsideLink>);
    const link = screen.getByRole('link', { name: /^About this source\s*, other site$/ });
    expect(link.getAttribute('href')).toBe('https://data.example.gov/a%20b');
    expect(link.getAttribute('rel')?.split(' ')).toEqual(expect.arrayContaining(['noopener', 'noreferrer']));
    expect(link.getAttribute('referrerpolicy')).toBe('no-referrer');
  });

  it('says of a file that it is one', () => {
    render(
      <OutsideLink href="http://data.example.gov/deaths.csv" to="file">
        Deaths
      </OutsideLink>,
    );
    expect(screen.getByRole('link', { name: /^Deaths\s*, download$/ })).toBeTruthy();
  });

  it('does not say that it leads elsewhere when it does not', () => {
    render(<OutsideLink href={`${window.location.origin}/goals/1`}>The goal</OutsideLink>);
    expect(screen.getByRole('link', { name: 'The goal' })).toBeTruthy();
  });

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    'mailto:a@example.org',
    '//example.org',
    '/goals',
    'not an address',
    '',
    null,
    undefined,
  ])('is text when it does not lead to the web: %j', (href) => {
    render(<OutsideLink href={href}>About this source</OutsideLink>);
    expect(screen.queryByRole('link')).toBeNull();
    expect(screen.getByText('About this source').tagName).toBe('SPAN');
  });

  it('becomes a mail link only when it is one address', () => {
    render(<MailLink address="mailto:data@example.gov" />);
    expect(screen.getByRole('link', { name: 'data@example.gov' }).getAttribute('href')).toBe('mailto:data@example.gov');
    render(<MailLink address="data@example.gov?bcc=x@example.org" />);
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByText('data@example.gov?bcc=x@example.org')).toBeTruthy();
  });

  it('is checked the same where no link is drawn', () => {
    expect(webAddress('https://data.example.gov/a b')).toBe('https://data.example.gov/a%20b');
    expect(webAddress('javascript:alert(1)')).toBeNull();
    expect(mailAddress(null)).toBeNull();
  });
});
